package dev.touchstone.assessment.adapter.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Evidence that was taken back, and the cases that it was in. Writing needs {@link Locks#person}. */
@ApplicationScoped
class RetractionStore {

    /** A decision rests on a piece that its document names. */
    private static final String TRACE = """
            insert into case_retraction (case_id, evidence_id, tenant_id, reason, retracted_at, review)
            select held.case_id, held.evidence_id, held.tenant_id, cast(?3 as varchar), cast(?4 as timestamptz),
                   exists (select 1 from decision
                           where decision.case_id = held.case_id
                             and cast(decision.document as jsonb) -> 'decision' -> 'evidence'
                                 @> jsonb_build_array(jsonb_build_object('evidenceId', held.evidence_id)))
            from case_evidence as held
            where held.tenant_id = ?1 and held.evidence_id = ?2 and not held.later
            on conflict do nothing""";

    /** Whether it is new. */
    Uni<Boolean> add(Mutiny.Session session, String tenant, UUID personId, RetractedPiece piece) {
        return session.createNativeQuery("""
                        insert into evidence_retraction (evidence_id, tenant_id, person_id, reason, retracted_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict do nothing""")
                .setParameter(1, piece.evidenceId())
                .setParameter(2, tenant)
                .setParameter(3, personId)
                .setParameter(4, piece.reason())
                .setParameter(5, piece.retractedAt())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** Writes into the cases what they lose, and forgets the piece where it was kept for later. */
    Uni<Void> trace(Mutiny.Session session, String tenant, RetractedPiece piece) {
        return session.createNativeQuery(TRACE)
                .setParameter(1, tenant)
                .setParameter(2, piece.evidenceId())
                .setParameter(3, piece.reason())
                .setParameter(4, piece.retractedAt())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "delete from case_evidence where tenant_id = ?1 and evidence_id = ?2 and later")
                        .setParameter(1, tenant)
                        .setParameter(2, piece.evidenceId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Achievements whose open cases hold the piece. */
    Uni<Set<String>> openFor(Mutiny.Session session, String tenant, UUID evidenceId) {
        return session.<String>createNativeQuery("""
                        select distinct achievement_id from assessment_case
                        join case_evidence using (case_id)
                        where assessment_case.tenant_id = ?1 and evidence_id = ?2 and not later
                          and state in ('collecting', 'ready', 'claimed')""")
                .setParameter(1, tenant)
                .setParameter(2, evidenceId)
                .getResultList()
                .map(HashSet::new);
    }

    /** What these cases lost, by case. */
    Uni<Map<UUID, List<RetractedPiece>>> ofCases(Mutiny.Session session, String tenant, Collection<UUID> caseIds) {
        return session.createNativeQuery("""
                        select case_id, evidence_id, reason, retracted_at, review from case_retraction
                        where tenant_id = ?1 and case_id = any(?2) order by retracted_at, evidence_id""", Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, caseIds.toArray(UUID[]::new))
                .getResultList()
                .map(rows -> {
                    Map<UUID, List<RetractedPiece>> byCase = new HashMap<>();
                    rows.forEach(row -> byCase.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                            .add(new RetractedPiece(
                                    (UUID) row[1], (String) row[2], instant(row[3]), (Boolean) row[4])));
                    return byCase;
                });
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
