package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.bulk.ReadRow;
import dev.touchstone.intake.bulk.RowState;
import dev.touchstone.intake.document.Violation;
import dev.touchstone.intake.evidence.EvidenceState;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What became of a row, on its way into the report. */
record ImportOutcome(long line, RowState state, UUID evidenceId, List<Violation> errors) {

    private static final Violation OTHER_CONTENT =
            new Violation("/id", "was imported before with another content; a row keeps what it first said");

    /**
     * @param claim null where the row is refused
     * @param states of the evidence that was made, by its id
     */
    static ImportOutcome of(ReadRow row, ImportedKeys.Claim claim, Map<UUID, EvidenceState> states) {
        if (claim == null) {
            return new ImportOutcome(row.line(), RowState.REFUSED, null, row.violations());
        }
        if (claim.isNew()) {
            boolean parked = states.get(claim.evidenceId()) == EvidenceState.PARKED;
            return new ImportOutcome(
                    row.line(), parked ? RowState.PARKED : RowState.ACCEPTED, claim.evidenceId(), List.of());
        }
        return claim.isSame()
                ? new ImportOutcome(row.line(), RowState.DUPLICATE, claim.evidenceId(), List.of())
                : new ImportOutcome(row.line(), RowState.REFUSED, null, List.of(OTHER_CONTENT));
    }

    static Uni<Void> report(Mutiny.Session session, String tenant, UUID importId, List<ImportOutcome> outcomes) {
        return session.createNativeQuery("""
                        insert into evidence_import_row (import_id, line, tenant_id, state, evidence_id, errors)
                        select cast(cast(?2 as text) as uuid), line, cast(?1 as varchar), state, evidence_id, errors
                        from jsonb_to_recordset(cast(cast(?3 as text) as jsonb))
                             as row(line bigint, state varchar, evidence_id uuid, errors jsonb)""")
                .setParameter(1, tenant)
                .setParameter(2, importId.toString())
                .setParameter(
                        3, Sql.json(outcomes.stream().map(ImportOutcome::row).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("line", line);
        row.put("state", state.word());
        row.put("evidence_id", evidenceId);
        row.put("errors", errors.isEmpty() ? null : errors);
        return row;
    }
}
