package dev.touchstone.chassis.postgres;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;

/** PostgreSQL's word for what went wrong, whichever of the two drivers brings it. */
final class SqlState {

    private SqlState() {}

    /** Null where the failure is none of PostgreSQL's. */
    static String of(Throwable failure) {
        if (failure instanceof PgException refusal) {
            return refusal.getSqlState();
        }
        return failure instanceof SQLException refusal ? refusal.getSQLState() : null;
    }
}
