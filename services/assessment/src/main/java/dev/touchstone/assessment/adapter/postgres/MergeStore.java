package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.assessmentcase.CaseEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who was found to be whom, and what has to be theirs because of it. */
@ApplicationScoped
class MergeStore {

    private static final String OPEN = "state in ('collecting', 'ready', 'claimed')";
    /** The survivor's, that the one who was merged has or has judged: nobody judges themselves. */
    private static final String OWN_JUDGED =
            "held.person_id = ?3 and ?2 in (held.assessor_id, held.first_judge, held.second_judge)";
    /** The same the other way round; and one case for one achievement is enough. */
    private static final String THEIRS_TOO_MANY = """
            held.person_id = ?2 and (?3 in (held.assessor_id, held.first_judge, held.second_judge) or exists (
                select 1 from assessment_case own
                where own.tenant_id = ?1 and own.person_id = ?3 and own.achievement_id = held.achievement_id
                  and own.""" + OPEN + "))";

    private static final String SUPERSEDE = """
            with held as (
                select case_id, assessor_id from assessment_case held
                where held.tenant_id = ?1 and held.""" + OPEN + """
                  and %s)
            update assessment_case given
            set state = 'superseded', sequence = sequence + 1, assessor_id = null, claimed_at = null,
                claimed_until = null
            from held where given.case_id = held.case_id
            returning given.case_id, given.achievement_id, held.assessor_id, given.sequence""";
    /** A case that the survivor judged once stays where it was: it is over. */
    private static final String CASES = """
            update assessment_case set person_id = ?3
            where tenant_id = ?1 and person_id = ?2 and first_judge is distinct from ?3
              and second_judge is distinct from ?3""";

    /** Until the end of the transaction, whoever the person is now; answers with who that is. */
    Uni<UUID> lock(Mutiny.Session session, String tenant, UUID personId) {
        return Locks.person(session, tenant, personId)
                .chain(() -> survivor(session, tenant, personId))
                .chain(survivor -> survivor.equals(personId)
                        ? Uni.createFrom().item(personId)
                        // The survivor may have been merged while their lock was waited for.
                        : lock(session, tenant, survivor));
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

    /**
     * A case that gave way.
     *
     * @param assessorId who had it; null where nobody did
     */
    record GivenUp(UUID caseId, String achievementId, UUID assessorId, int sequence) {

        /** Tells whoever had it, of the person that its earner is now; empty where nobody had it. */
        Optional<CaseEvent> released(UUID earner, Instant at) {
            return Optional.ofNullable(assessorId)
                    .map(assessor -> new CaseEvent.Released(caseId, earner, assessor, at, sequence));
        }
    }

    /** Closes the survivor's cases that the other one was to judge, or has. */
    Uni<List<GivenUp>> giveUpOwn(Mutiny.Session session, String tenant, UUID merged, UUID into) {
        return giveUp(session, OWN_JUDGED, tenant, merged, into);
    }

    /** Closes the other's cases that the survivor was to judge, or has, or has one like it. */
    Uni<List<GivenUp>> giveUpTheirs(Mutiny.Session session, String tenant, UUID merged, UUID into) {
        return giveUp(session, THEIRS_TOO_MANY, tenant, merged, into);
    }

    private static Uni<List<GivenUp>> giveUp(
            Mutiny.Session session, String which, String tenant, UUID merged, UUID into) {
        return session.createNativeQuery(SUPERSEDE.formatted(which), Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, merged)
                .setParameter(3, into)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new GivenUp(
                                (UUID) row[0], (String) row[1], (UUID) row[2], ((Number) row[3]).intValue()))
                        .toList());
    }

    /** Answers with the achievements whose open cases are the survivor's now. */
    Uni<Set<String>> moveCases(Mutiny.Session session, String tenant, UUID merged, UUID into) {
        return session.<String>createNativeQuery("with moved as (" + CASES + " returning achievement_id, state)"
                        + " select distinct achievement_id from moved where " + OPEN)
                .setParameter(1, tenant)
                .setParameter(2, merged)
                .setParameter(3, into)
                .getResultList()
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

    /** What the one who was merged handed in or attested is the survivor's word: about themselves it attests nothing. */
    Uni<Void> moveWords(Mutiny.Session session, String tenant, UUID merged, UUID into) {
        return execute(
                        session,
                        "update evidence set submitted_by = ?3 where tenant_id = ?1 and submitted_by = ?2",
                        tenant,
                        merged,
                        into)
                .chain(() -> session.createNativeQuery("""
                                update evidence set trust = 'declared'
                                where tenant_id = ?1 and person_id = ?2 and submitted_by = ?2 and trust = 'attested'""")
                        .setParameter(1, tenant)
                        .setParameter(2, into)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Other people's open cases that somebody has or has judged. */
    Uni<List<UUID>> workOf(Mutiny.Session session, String tenant, UUID assessor) {
        return session.<UUID>createNativeQuery("select case_id from assessment_case where tenant_id = ?1 and " + OPEN
                        + " and ?2 in (assessor_id, first_judge, second_judge) order by case_id")
                .setParameter(1, tenant)
                .setParameter(2, assessor)
                .getResultList();
    }

    /** Whose judgement of the case it is; two judgements of one person stay two people's. */
    Uni<Void> moveJudgement(Mutiny.Session session, UUID caseId, UUID merged, UUID into) {
        return session.createNativeQuery("""
                        update judgement set assessor_id = ?3
                        where case_id = ?1 and assessor_id = ?2 and not exists (
                            select 1 from judgement other where other.case_id = ?1 and other.assessor_id = ?3)""")
                .setParameter(1, caseId)
                .setParameter(2, merged)
                .setParameter(3, into)
                .executeUpdate()
                .replaceWithVoid();
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
