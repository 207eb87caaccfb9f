package dev.touchstone.profile.adapter.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Says again and again that a piece of work goes on, beside the work: how long one of its steps takes must not decide
 * whether others take it for dead.
 */
final class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private Heartbeat() {}

    /** A beat that fails is followed by the next one; the last has begun when this returns. */
    static <T> T during(Duration every, Supplier<Uni<Void>> beat, Supplier<T> work) {
        Cancellable beating = Multi.createFrom()
                .ticks()
                .every(every)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> beat.get()
                        .onFailure()
                        .invoke(failure -> LOG.warnf("event=heartbeat-failed reason=\"%s\"", failure))
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(beaten -> {});
        try {
            return work.get();
        } finally {
            beating.cancel();
        }
    }
}
