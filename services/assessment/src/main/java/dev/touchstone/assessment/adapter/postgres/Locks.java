package dev.touchstone.assessment.adapter.postgres;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What must not happen at once. Everything about one person goes one after the other, whatever stream, request or
 * replica it comes from: so nobody gets two cases for one achievement, and what two credentials complete together is
 * seen by whichever comes second. The lock is per person, not per achievement, because a piece of evidence may concern
 * several achievements and one lock cannot deadlock.
 *
 * <p>Work on people shares the organisation's catalogue; publishing has it alone for a moment. Hence evidence that is
 * being taken in while a version is published is either seen by the look through earlier evidence that follows, or sees
 * the version itself.
 */
final class Locks {

    private Locks() {}

    /** Until the end of the transaction. What is read afterwards is what others committed before. */
    static Uni<Void> person(Mutiny.Session session, String tenant, UUID personId) {
        return session.createNativeQuery("""
                        select cast(pg_advisory_xact_lock_shared(hashtextextended(?1, 1)) as text),
                               cast(pg_advisory_xact_lock(hashtextextended(?2, 2)) as text)""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, tenant + ":" + personId)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Until the end of the transaction: no case is opened or decided meanwhile. */
    static Uni<Void> catalogue(Mutiny.Session session, String tenant) {
        return session.<String>createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 1)) as text)")
                .setParameter(1, tenant)
                .getSingleResult()
                .replaceWithVoid();
    }
}
