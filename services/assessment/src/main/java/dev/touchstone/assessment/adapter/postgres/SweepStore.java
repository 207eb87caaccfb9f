package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Published versions whose earlier evidence is still to be looked through. */
@ApplicationScoped
class SweepStore {

    private static final UUID BEFORE_EVERYBODY = new UUID(0, 0);

    /** @param afterPerson people up to this one have been looked at */
    record Sweep(UUID id, String tenant, String achievementId, UUID afterPerson) {}

    Uni<Void> add(Mutiny.Session session, String tenant, String achievementId) {
        return session.createNativeQuery("""
                        insert into recognition_sweep (sweep_id, tenant_id, achievement_id, after_person)
                        values (?1, ?2, ?3, ?4)""")
                .setParameter(1, Uuid7.next())
                .setParameter(2, tenant)
                .setParameter(3, achievementId)
                .setParameter(4, BEFORE_EVERYBODY)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Organisations with something to look through. */
    Uni<List<String>> tenants(Mutiny.Session session) {
        return session.<String>createNativeQuery("select distinct tenant_id from recognition_sweep")
                .getResultList();
    }

    /** The organisation's oldest one that no other replica is at, kept until the end of the transaction. */
    Uni<Optional<Sweep>> take(Mutiny.Session session, String tenant) {
        return session.createNativeQuery("""
                        select sweep_id, achievement_id, after_person from recognition_sweep
                        where tenant_id = ?1 order by created_at limit 1 for update skip locked""", Object[].class)
                .setParameter(1, tenant)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new Sweep((UUID) found[0], tenant, (String) found[1], (UUID) found[2])));
    }

    /** The next people of whom anything is known that could count, in order. */
    Uni<List<UUID>> people(Mutiny.Session session, Sweep sweep, int limit) {
        return session.<UUID>createNativeQuery("""
                        select person_id from (
                            (select distinct person_id from evidence
                             where tenant_id = ?1 and person_id > ?2 order by person_id limit ?3)
                            union
                            (select distinct person_id from credential
                             where tenant_id = ?1 and person_id > ?2 order by person_id limit ?3)) as known
                        order by person_id limit ?3""")
                .setParameter(1, sweep.tenant())
                .setParameter(2, sweep.afterPerson())
                .setParameter(3, limit)
                .getResultList();
    }

    Uni<Void> advance(Mutiny.Session session, Sweep sweep, UUID afterPerson) {
        return session.createNativeQuery("update recognition_sweep set after_person = ?2 where sweep_id = ?1")
                .setParameter(1, sweep.id())
                .setParameter(2, afterPerson)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> finish(Mutiny.Session session, Sweep sweep) {
        return session.createNativeQuery("delete from recognition_sweep where sweep_id = ?1")
                .setParameter(1, sweep.id())
                .executeUpdate()
                .replaceWithVoid();
    }
}
