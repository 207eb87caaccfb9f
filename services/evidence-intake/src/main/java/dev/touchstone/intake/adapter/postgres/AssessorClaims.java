package dev.touchstone.intake.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.evidence.AssessorClaim;
import dev.touchstone.intake.evidence.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The newest claim or release of each case, as the assessment service tells of them. */
@ApplicationScoped
public class AssessorClaims {

    private final UnitOfWork unitOfWork;

    AssessorClaims(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * Takes effect unless a later claim or release of the case is known; see {@link AssessorClaim#supersedes}. Whoever was
     * merged meanwhile is the survivor.
     */
    public Uni<Void> take(Event event, AssessorClaim claim) {
        return unitOfWork.once(
                event,
                session -> session.createNativeQuery("""
                        insert into assessor_claim (tenant_id, case_id, assessor_id, person_id, evidence_ids,
                                                    claimed_until, sequence)
                        values (?1, ?2,
                                coalesce((select merged_into from person where tenant_id = ?1 and id = ?3), ?3),
                                coalesce((select merged_into from person where tenant_id = ?1 and id = ?4), ?4),
                                cast(cast(?5 as text) as jsonb), ?6, ?7)
                        on conflict (tenant_id, case_id) do update
                        set assessor_id = excluded.assessor_id, person_id = excluded.person_id,
                            evidence_ids = excluded.evidence_ids, claimed_until = excluded.claimed_until,
                            sequence = excluded.sequence
                        where assessor_claim.sequence < excluded.sequence""")
                        .setParameter(1, event.tenant())
                        .setParameter(2, claim.caseId())
                        .setParameter(3, claim.assessorId())
                        .setParameter(4, claim.personId())
                        .setParameter(5, Sql.json(claim.evidenceIds()))
                        .setParameter(6, Sql.time(claim.until()))
                        .setParameter(7, claim.sequence())
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** Claims that have not ended; none for somebody who is no assessor. */
    Uni<List<AssessorClaim>> ofAssessor(Mutiny.Session session, String tenant, Reader reader, Instant now) {
        if (!reader.assessor() || reader.personId() == null) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery("""
                        select case_id, person_id, cast(evidence_ids as text), claimed_until, sequence from assessor_claim
                        where tenant_id = ?1 and assessor_id = ?2 and claimed_until > ?3""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, reader.personId())
                .setParameter(3, Sql.time(now))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new AssessorClaim(
                                (UUID) row[0],
                                (UUID) row[1],
                                reader.personId(),
                                ids((String) row[2]),
                                Sql.instant(row[3]),
                                ((Number) row[4]).longValue()))
                        .toList());
    }

    private static Set<UUID> ids(String json) {
        try {
            return Json.TOLERANT.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored claim cannot be read", e);
        }
    }
}
