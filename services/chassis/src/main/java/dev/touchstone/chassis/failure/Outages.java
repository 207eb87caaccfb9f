package dev.touchstone.chassis.failure;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Tells a dependency that is away from a request that is wrong: the one is 503, the other is not. */
@ApplicationScoped
public class Outages {

    private static final int MAX_CHAIN = 20;

    private final List<OutageSign> signs;

    public Outages(@All List<OutageSign> signs) {
        this.signs = signs;
    }

    public boolean isOutage(Throwable failure) {
        Throwable cause = failure;
        for (int link = 0; cause != null && link < MAX_CHAIN; link++) {
            if (isNetwork(cause) || isKnown(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private boolean isKnown(Throwable cause) {
        return signs.stream().anyMatch(sign -> sign.isOutage(cause));
    }

    private static boolean isNetwork(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof ClosedChannelException
                || cause instanceof TimeoutException;
    }
}
