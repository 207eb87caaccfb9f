package dev.touchstone.intake.adapter.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps evidence from being parked while the person it is about arrives. Whoever changes people of an organisation
 * holds the lock alone; whoever is about to park evidence shares it and looks once more. So either the evidence sees the
 * person, or the change of people commits after the evidence and finds it parked. Evidence whose person is known never
 * comes near it. The lock ends with the transaction.
 */
@ApplicationScoped
class PeopleLock {

    private static final String CLASS = "hashtext('intake-people')";

    Uni<Void> alone(Mutiny.Session session, String tenant) {
        return take(session, tenant, "pg_advisory_xact_lock");
    }

    Uni<Void> shared(Mutiny.Session session, String tenant) {
        return take(session, tenant, "pg_advisory_xact_lock_shared");
    }

    private static Uni<Void> take(Mutiny.Session session, String tenant, String function) {
        return session.<String>createNativeQuery(
                        "select cast(" + function + "(" + CLASS + ", hashtext(?1)) as varchar)")
                .setParameter(1, tenant)
                .getSingleResult()
                .replaceWithVoid();
    }
}
