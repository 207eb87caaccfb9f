package dev.touchstone.assessment.adapter.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who was found to be whom, and what has to be theirs because of it. */
@ApplicationScoped
class MergeStore {

    private static final String OPEN = "state in ('collecting', 'ready', 'claimed')";
    /** One case is enough, and nobody judges themselves: such a case gives way to the survivor's. */
    private static final String SUPERSEDE = """
            update assessment_case held
            set state = 'superseded', sequence = sequence + 1, assessor_id = null, claimed_at = null,
                claimed_until = null
            where held.tenant_id = ?1 and held.person_id = ?2 and held.""" + OPEN + """
              and (?3 in (held.assessor_id, held.first_judge, held.second_judge) or exists (
                  select 1 from assessment_case own
                  where own.tenant_id = ?1 and own.person_id = ?3 and own.achievement_id = held.achievement_id
                    and own.""" + OPEN + "))";
    /** A case that the survivor judged once stays where it was: it is over. */
    private static final String CASES = """
            update assessment_case set person_id = ?3
            where tenant_id = ?1 and person_id = ?2 and first_judge is distinct from ?3
              and second_judge is distinct from ?3""";

    /** Until the end of the transaction, whoever the person is now; answers with who that is. */
    Uni<UUID> lock(Mutiny.Session session, String tenant, UUID personId) {
        return Locks.person(session, tenant, personId)
                .chain(() -> survivor(session, tenant, personId))
                .call(survivor -> survivor.equals(personId)
                        ? Uni.createFrom().voidItem()
                        : Locks.person(session, tenant, survivor));
    }

    Uni<UUID> survivor(Mutiny.Session session, String tenant, UUID personId) {
        return session.<UUID>createNativeQuery(
                        "select merged_into from merged_person where tenant_id = ?1 and person_id = ?2")
                .setParameter(1, tenant)
                .setParameter(2, personId)
                .getSingleResultOrNull()
                .map(survivor -> survivor == null ? personId : survivor);
    }

    /** Keeps the way from one to the other, and from whoever led to the one. A newer one stays. */
    Uni<Void> keep(Mutiny.Session session, String tenant, UUID merged, UUID into, int version) {
        return session.createNativeQuery("""
                        insert into merged_person (person_id, tenant_id, merged_into, version) values (?1, ?2, ?3, ?4)
                        on conflict (person_id) do update
                        set merged_into = excluded.merged_into, version = excluded.version
                        where merged_person.version < excluded.version""")
                .setParameter(1, merged)
                .setParameter(2, tenant)
                .setParameter(3, into)
                .setParameter(4, version)
                .executeUpdate()
                .chain(() -> execute(session, """
                        update merged_person set merged_into = ?3 where tenant_id = ?1 and merged_into = ?2""", tenant, merged, into))
                .chain(() -> execute(session, """
                        update person set active = false, login = null
                        where tenant_id = ?1 and person_id = ?2 and person_id <> ?3""", tenant, merged, into));
    }

    /** Answers with the achievements whose open cases are the survivor's now. */
    Uni<Set<String>> moveCases(Mutiny.Session session, String tenant, UUID merged, UUID into) {
        return execute(session, SUPERSEDE, tenant, merged, into)
                .chain(() -> session.<String>createNativeQuery(
                                "with moved as (" + CASES + " returning achievement_id, state)"
                                        + " select distinct achievement_id from moved where " + OPEN)
                        .setParameter(1, tenant)
                        .setParameter(2, merged)
                        .setParameter(3, into)
                        .getResultList())
                .call(() -> execute(session, """
                        update decision set person_id = ?3 where tenant_id = ?1 and person_id = ?2""", tenant, merged, into))
                .map(TreeSet::new);
    }

    /** Answers with what was issued to, or revoked from, the one who was merged. */
    Uni<Set<String>> moveCredentials(Mutiny.Session session, String tenant, UUID merged, UUID into) {
        return session.<String>createNativeQuery("""
                        with moved as (update credential set person_id = ?3 where tenant_id = ?1 and person_id = ?2
                                       returning achievement_id)
                        select distinct achievement_id from moved""")
                .setParameter(1, tenant)
                .setParameter(2, merged)
                .setParameter(3, into)
                .getResultList()
                .map(TreeSet::new);
    }

    /** Answers with the pieces that are the survivor's now. */
    Uni<List<UUID>> moveEvidence(Mutiny.Session session, String tenant, UUID merged, UUID into) {
        return session.<UUID>createNativeQuery("""
                        with moved as (update evidence set person_id = ?3 where tenant_id = ?1 and person_id = ?2
                                       returning evidence_id)
                        select evidence_id from moved""")
                .setParameter(1, tenant)
                .setParameter(2, merged)
                .setParameter(3, into)
                .getResultList();
    }

    private static Uni<Void> execute(Mutiny.Session session, String statement, String tenant, UUID merged, UUID into) {
        return session.createNativeQuery(statement)
                .setParameter(1, tenant)
                .setParameter(2, merged)
                .setParameter(3, into)
                .executeUpdate()
                .replaceWithVoid();
    }
}
