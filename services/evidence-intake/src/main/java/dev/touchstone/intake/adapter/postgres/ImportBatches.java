package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.bulk.ImportProgress;
import dev.touchstone.intake.bulk.ReadRow;
import dev.touchstone.intake.bulk.RowState;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.evidence.EvidenceState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes in an import batch by batch, each one transaction: the evidence of its rows, the events that tell of it, the
 * report, and how far the import has come. A crash between two batches loses nothing and repeats nothing.
 */
@ApplicationScoped
public class ImportBatches {

    private final UnitOfWork unitOfWork;
    private final RecordEvidence recordEvidence;

    ImportBatches(UnitOfWork unitOfWork, RecordEvidence recordEvidence) {
        this.unitOfWork = unitOfWork;
        this.recordEvidence = recordEvidence;
    }

    /** The import of that key, as far as it has come. */
    public Uni<StoredImport> begin(String tenant, String login, String key, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                                insert into evidence_import (id, tenant_id, login, request_key, started_at, updated_at)
                                values (?1, ?2, ?3, ?4, ?5, ?5) on conflict do nothing""")
                        .setParameter(1, Uuid7.next())
                        .setParameter(2, tenant)
                        .setParameter(3, login)
                        .setParameter(4, key)
                        .setParameter(5, Sql.time(now))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(
                                        "select " + StoredImport.COLUMNS + " from evidence_import"
                                                + " where tenant_id = ?1 and login = ?2 and request_key = ?3",
                                        Object[].class)
                                .setParameter(1, tenant)
                                .setParameter(2, login)
                                .setParameter(3, key)
                                .getSingleResult())
                        .map(StoredImport::of));
    }

    /**
     * Answers with how many rows came to which end.
     *
     * @throws ProblemException conflict, if somebody else has taken the import further meanwhile
     */
    public Uni<Map<RowState, Integer>> take(
            String tenant,
            UUID importId,
            ImportProgress before,
            ImportProgress after,
            List<ReadRow> rows,
            Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> advance(session, tenant, importId, before, after, now)
                        .chain(() -> new ImportedKeys(session, tenant).claim(rows))
                        .chain(claims -> recordEvidence
                                .record(session, tenant, evidence(rows, claims, importId, now))
                                .map(recorded -> outcomes(rows, claims, recorded)))
                        .chain(outcomes -> ImportOutcome.report(session, tenant, importId, outcomes)
                                .chain(() -> count(session, tenant, importId, outcomes))));
    }

    public Uni<StoredImport> finish(String tenant, UUID importId, ImportProgress progress, Instant now) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery("""
                                update evidence_import set finished = true, updated_at = ?4
                                where tenant_id = ?1 and id = ?2 and row_count = ?3 and not finished""")
                        .setParameter(1, tenant)
                        .setParameter(2, importId)
                        .setParameter(3, progress.rows())
                        .setParameter(4, Sql.time(now))
                        .executeUpdate()
                        .chain(() -> ImportReports.one(session, tenant, importId)));
    }

    private static Uni<Void> advance(
            Mutiny.Session session,
            String tenant,
            UUID importId,
            ImportProgress before,
            ImportProgress after,
            Instant now) {
        return session.createNativeQuery("""
                        update evidence_import set row_count = ?4, fingerprint = ?5, updated_at = ?6
                        where tenant_id = ?1 and id = ?2 and row_count = ?3 and not finished""")
                .setParameter(1, tenant)
                .setParameter(2, importId)
                .setParameter(3, before.rows())
                .setParameter(4, after.rows())
                .setParameter(5, after.fingerprint())
                .setParameter(6, Sql.time(now))
                .executeUpdate()
                .invoke(updated -> {
                    if (updated == 0) {
                        throw ProblemException.conflict(
                                "This import is being sent twice at the same time. The other one goes on.");
                    }
                })
                .replaceWithVoid();
    }

    private static List<Evidence> evidence(
            List<ReadRow> rows, Map<Long, ImportedKeys.Claim> claims, UUID importId, Instant now) {
        return rows.stream()
                .filter(row -> row.row() != null && claims.get(row.line()).isNew())
                .map(row -> row.row().evidence(claims.get(row.line()).evidenceId(), importId, now))
                .toList();
    }

    private static List<ImportOutcome> outcomes(
            List<ReadRow> rows, Map<Long, ImportedKeys.Claim> claims, List<Evidence> recorded) {
        Map<UUID, EvidenceState> states = recorded.stream().collect(Collectors.toMap(Evidence::id, Evidence::state));
        return rows.stream()
                .map(row -> ImportOutcome.of(row, claims.get(row.line()), states))
                .toList();
    }

    private static Uni<Map<RowState, Integer>> count(
            Mutiny.Session session, String tenant, UUID importId, List<ImportOutcome> outcomes) {
        Map<RowState, Integer> counts = new HashMap<>();
        outcomes.forEach(outcome -> counts.merge(outcome.state(), 1, Integer::sum));
        return session.createNativeQuery("""
                        update evidence_import set accepted = accepted + ?3, parked = parked + ?4,
                               duplicate = duplicate + ?5, refused = refused + ?6
                        where tenant_id = ?1 and id = ?2""")
                .setParameter(1, tenant)
                .setParameter(2, importId)
                .setParameter(3, counts.getOrDefault(RowState.ACCEPTED, 0))
                .setParameter(4, counts.getOrDefault(RowState.PARKED, 0))
                .setParameter(5, counts.getOrDefault(RowState.DUPLICATE, 0))
                .setParameter(6, counts.getOrDefault(RowState.REFUSED, 0))
                .executeUpdate()
                .replaceWith(counts);
    }
}
