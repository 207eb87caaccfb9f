package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.witness.WitnessRequest;
import dev.touchstone.intake.witness.WitnessState;
import java.util.UUID;

/** Requests for witness statements as they are stored. */
final class WitnessRow {

    static final String SELECT = """
            select request.id, request.evidence_id, request.requester_id, request.witness_id, evidence.title,
                   request.question, request.state, request.asked_at, request.expires_at, request.statement_id
            from witness_request as request
            join evidence on evidence.tenant_id = request.tenant_id and evidence.id = request.evidence_id
            where request.tenant_id = ?1 and
            """;

    private WitnessRow() {}

    static WitnessRequest of(Object[] row) {
        return new WitnessRequest(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (UUID) row[3],
                (String) row[4],
                (String) row[5],
                WitnessState.WORDS.get(row[6]),
                Sql.instant(row[7]),
                Sql.instant(row[8]),
                (UUID) row[9]);
    }
}
