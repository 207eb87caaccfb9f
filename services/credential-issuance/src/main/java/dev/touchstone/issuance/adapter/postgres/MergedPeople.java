package dev.touchstone.issuance.adapter.postgres;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who was found to be whom. Locks are taken along the way from the one who was merged to the survivor, by everybody, so
 * that nobody waits for each other in a circle.
 */
final class MergedPeople {

    private MergedPeople() {}

    /** Until the end of the transaction, the person and whoever they are now; answers with who that is. */
    static Uni<UUID> lock(Mutiny.Session session, String tenant, UUID personId) {
        return Arrivals.lockPerson(session, tenant, personId)
                .chain(() -> survivor(session, tenant, personId))
                .chain(survivor -> survivor.equals(personId)
                        ? Uni.createFrom().item(personId)
                        // The survivor may have been merged while their lock was waited for.
                        : lock(session, tenant, survivor));
    }

    static Uni<UUID> survivor(Mutiny.Session session, String tenant, UUID personId) {
        return session.<UUID>createNativeQuery(
                        "select merged_into from merged_person where tenant_id = ?1 and person_id = ?2")
                .setParameter(1, tenant)
                .setParameter(2, personId)
                .getSingleResultOrNull()
                .map(survivor -> survivor == null ? personId : survivor);
    }

    /** Keeps the way from one to the other, and from whoever led to the one; false where a newer word is known. */
    static Uni<Boolean> keep(Mutiny.Session session, String tenant, UUID merged, UUID survivor, int version) {
        return session.createNativeQuery("""
                        insert into merged_person (tenant_id, person_id, merged_into, version) values (?1, ?2, ?3, ?4)
                        on conflict (tenant_id, person_id) do update
                        set merged_into = excluded.merged_into, version = excluded.version
                        where merged_person.version < excluded.version""")
                .setParameter(1, tenant)
                .setParameter(2, merged)
                .setParameter(3, survivor)
                .setParameter(4, (long) version)
                .executeUpdate()
                .chain(rows -> rows == 0
                        ? Uni.createFrom().item(false)
                        : update(
                                        session,
                                        "update merged_person set merged_into = ?3 where tenant_id = ?1 and merged_into = ?2",
                                        tenant,
                                        merged,
                                        survivor)
                                .replaceWith(true));
    }

    /** Gives the survivor what there is of the one who was merged, of whom nothing else is kept. */
    static Uni<Void> move(Mutiny.Session session, String tenant, UUID merged, UUID survivor) {
        return update(
                        session,
                        "update credential set person_id = ?3 where tenant_id = ?1 and person_id = ?2",
                        tenant,
                        merged,
                        survivor)
                .chain(() -> update(
                        session,
                        "update pending_award set person_id = ?3 where tenant_id = ?1 and person_id = ?2",
                        tenant,
                        merged,
                        survivor))
                .chain(() -> update(
                        session,
                        "delete from person where tenant_id = ?1 and person_id = ?2 and person_id <> ?3",
                        tenant,
                        merged,
                        survivor));
    }

    private static Uni<Void> update(Mutiny.Session session, String sql, String tenant, UUID merged, UUID survivor) {
        return session.createNativeQuery(sql)
                .setParameter(1, tenant)
                .setParameter(2, merged)
                .setParameter(3, survivor)
                .executeUpdate()
                .replaceWithVoid();
    }
}
