package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.evidence.Evidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Facts of all evidence there is. */
@ApplicationScoped
class EvidenceStore {

    /**
     * What came of taking in a piece.
     *
     * @param isNew false where it was there already, or had been taken back before it came
     * @param revision of the organisation's catalogue
     */
    record Added(boolean isNew, long revision) {}

    /** Keeps the piece, and reads the catalogue's revision in the same round trip. Needs {@link Locks#person}. */
    Uni<Added> add(Mutiny.Session session, String tenant, Evidence evidence, Instant receivedAt) {
        return session.createNativeQuery("""
                        with added as (
                            insert into evidence (evidence_id, tenant_id, person_id, kind, activity_id, alternate_ids,
                                                  activity_name, action, scaled, success, occurred_at, received_at,
                                                  digest, trust, submitted_by, claimed_for, tags)
                            values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as varchar), ?8, cast(?9 as double precision),
                                    cast(?10 as boolean), ?11, ?12, ?13, ?14, cast(?15 as uuid), cast(?16 as varchar),
                                    ?17)
                            on conflict (evidence_id) do nothing
                            returning evidence_id)
                        select (select count(*) from added
                                where not exists (select 1 from evidence_retraction where evidence_id = ?1)),
                               coalesce((select revision from catalogue where tenant_id = ?2), 0)""", Object[].class)
                .setParameter(1, evidence.id())
                .setParameter(2, tenant)
                .setParameter(3, evidence.personId())
                .setParameter(4, evidence.kind().label())
                .setParameter(5, evidence.activity().id())
                .setParameter(6, evidence.activity().alternateIds().toArray(String[]::new))
                .setParameter(7, evidence.activity().name())
                .setParameter(8, evidence.action())
                .setParameter(9, evidence.result().scaled())
                .setParameter(10, evidence.result().success())
                .setParameter(11, evidence.occurredAt())
                .setParameter(12, receivedAt)
                .setParameter(13, evidence.origin().digest())
                .setParameter(14, evidence.trust().label())
                .setParameter(15, text(evidence.origin().submittedBy()))
                .setParameter(16, evidence.claimedFor())
                .setParameter(17, evidence.tags().toArray(String[]::new))
                .getSingleResult()
                .map(row -> new Added(((Number) row[0]).longValue() == 1, ((Number) row[1]).longValue()));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    /** What of the person's evidence could count for these achievements, newest first. */
    Uni<List<Evidence>> countingFor(Mutiny.Session session, String tenant, UUID personId, List<AchievementLine> lines) {
        return EvidenceHistory.query(session, tenant, personId, lines)
                .getResultList()
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : pieces(session, ids));
    }

    /** Ids of all that there is of the person. */
    Uni<List<UUID>> of(Mutiny.Session session, String tenant, UUID personId) {
        return session.createQuery(
                        "select evidenceId from EvidenceRow where tenantId = ?1 and personId = ?2", UUID.class)
                .setParameter(1, tenant)
                .setParameter(2, personId)
                .getResultList();
    }

    Uni<List<Evidence>> pieces(Mutiny.Session session, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery(
                        "from EvidenceRow where evidenceId in ?1 order by occurredAt desc", EvidenceRow.class)
                .setParameter(1, ids)
                .setReadOnly(true)
                .getResultList()
                .map(rows -> rows.stream().map(EvidenceRow::evidence).toList());
    }
}
