package dev.touchstone.chassis.postgres;

import dev.touchstone.chassis.failure.OutageSign;
import io.vertx.core.VertxException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** PostgreSQL is away, is full, or was told to stop: SQLSTATE classes 08, 53 and 57, and connections that broke. */
@ApplicationScoped
class PostgresOutage implements OutageSign {

    private static final List<String> CLASSES = List.of("08", "53", "57");

    @Override
    public boolean isOutage(Throwable failure) {
        String state = SqlState.of(failure);
        if (state != null) {
            return CLASSES.stream().anyMatch(state::startsWith);
        }
        if (failure instanceof ClosedConnectionException) {
            return true;
        }
        String message = String.valueOf(failure.getMessage());
        return failure instanceof VertxException
                && (message.contains("Connection was closed") || message.contains("Pool closed"));
    }
}
