package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Decisions that rest on evidence that was taken back since. One leaves the list when its credential is revoked, or when
 * somebody upholds it.
 */
@ApplicationScoped
public class Reviews {

    private final UnitOfWork unitOfWork;
    private final PersonStore people;

    Reviews(UnitOfWork unitOfWork, PersonStore people) {
        this.unitOfWork = unitOfWork;
        this.people = people;
    }

    /**
     * A decision to be looked at again.
     *
     * @param retracted how many pieces that it rests on were taken back
     * @param retractedAt when the last one was
     */
    public record Review(
            UUID caseId,
            UUID decisionId,
            UUID personId,
            String achievementId,
            String outcome,
            Instant decidedAt,
            long retracted,
            Instant retractedAt) {}

    /** Newest cases first. */
    public Uni<List<Review>> page(String tenant, UUID before, int most) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                        select decision.case_id, decision_id, decision.person_id, achievement_id, passed, decided_at,
                               count(*), max(retracted_at)
                        from case_retraction
                        join decision on decision.case_id = case_retraction.case_id
                        where case_retraction.tenant_id = ?1 and review and decision.case_id < ?2
                          and not exists (select 1 from credential
                                          where credential.tenant_id = ?1 and credential.revoked
                                            and credential.decision_id = decision.decision_id)
                        group by decision.decision_id
                        order by decision.case_id desc limit ?3""", Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, before)
                        .setParameter(3, most)
                        .getResultList()
                        .map(rows -> rows.stream().map(Reviews::review).toList()));
    }

    /**
     * The decision stands without the pieces.
     *
     * @throws ProblemException not found, unless it is to be looked at; forbidden for whoever it is about
     */
    public Uni<Void> uphold(String tenant, String login, UUID caseId, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> people.requireSignedInAs(session, tenant, login)
                        .chain(reader -> uphold(session, tenant, reader.id(), caseId, now)));
    }

    private static Uni<Void> uphold(Mutiny.Session session, String tenant, UUID by, UUID caseId, Instant now) {
        return session.<UUID>createNativeQuery("""
                        select person_id from assessment_case
                        where tenant_id = ?1 and case_id = ?2
                          and exists (select 1 from case_retraction
                                      where case_retraction.case_id = assessment_case.case_id and review)""")
                .setParameter(1, tenant)
                .setParameter(2, caseId)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("review"))
                .invoke(earner -> {
                    if (earner.equals(by)) {
                        throw ProblemException.forbidden("Nobody upholds a decision about themselves.");
                    }
                })
                .chain(() -> session.createNativeQuery("""
                                update case_retraction set review = false, reviewed_by = ?3, reviewed_at = ?4
                                where tenant_id = ?1 and case_id = ?2 and review""")
                        .setParameter(1, tenant)
                        .setParameter(2, caseId)
                        .setParameter(3, by)
                        .setParameter(4, now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Review review(Object[] row) {
        return new Review(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (Boolean) row[4] ? "passed" : "not-yet-met",
                instant(row[5]),
                ((Number) row[6]).longValue(),
                instant(row[7]));
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
