package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * When statements are stored, and up to when all that were stored can be read. Both times come from the database, so
 * that instances of this service agree on them. Decision 0014.
 */
@ApplicationScoped
public class StatementClock {

    /** Numbers of one transaction: as many statements as a batch may hold. */
    private static final int NUMBERS = 1024;

    private final UnitOfWork unitOfWork;

    StatementClock(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** The time of all statements of a transaction, and the number of its first. */
    record Moment(Instant stored, long first) {}

    /**
     * To be asked before anything else in the transaction.
     *
     * @param alone whether no other transaction of the organisation may store meanwhile: a statement and one that refers
     *     to it would miss each other
     */
    Uni<Moment> begin(Mutiny.Session session, String tenant, boolean alone) {
        return session.createNativeQuery("select stored, batch from xapi_begin(?1, ?2)", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, alone)
                .getSingleResult()
                .map(row -> new Moment(Sql.instant(row[0]), ((Number) row[1]).longValue() * NUMBERS));
    }

    /** A time up to which every statement that was stored can be read. */
    public Uni<Instant> consistentThrough() {
        return unitOfWork.acrossTenants(StatementClock::consistentThrough);
    }

    /** To be asked before reading: what is read afterwards holds all that was stored up to then. */
    static Uni<Instant> consistentThrough(Mutiny.Session session) {
        return consistentThrough(session, "1");
    }

    /** @param also an expression evaluated beside it, at no cost of another round trip */
    static Uni<Instant> consistentThrough(Mutiny.Session session, String also) {
        return session.createNativeQuery("select xapi_consistent_through(), " + also, Object[].class)
                .getSingleResult()
                .map(row -> Sql.instant(row[0]));
    }
}
