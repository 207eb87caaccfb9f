package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.postgres.StatementClock.Moment;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.document.Words;
import dev.touchstone.intake.evidence.Evidence;
import dev.touchstone.intake.evidence.EvidenceChannel;
import dev.touchstone.intake.evidence.Provenance;
import dev.touchstone.intake.evidence.SenderAuthentication;
import dev.touchstone.intake.xapi.Statement;
import dev.touchstone.intake.xapi.StatementMeaning;
import dev.touchstone.intake.xapi.query.RecordedForm;
import dev.touchstone.intake.xapi.query.StatementKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A statement on its way into the store.
 *
 * @param id the sender's, or else one minted here
 * @param contentKey hexadecimal; null if the sender gave an id
 * @param comparison hexadecimal
 * @param number its own, see {@link Moment}
 * @param recorded as it is answered
 */
record StatementEntry(
        UUID id,
        String contentKey,
        String comparison,
        long number,
        Statement statement,
        StatementMeaning meaning,
        Map<String, Object> recorded) {

    static List<StatementEntry> of(List<Statement> statements, Moment moment, Map<String, Object> authority) {
        List<StatementEntry> entries = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            UUID id = statement.id() == null ? Uuid7.next() : statement.id();
            entries.add(new StatementEntry(
                    id,
                    statement.contentKey().map(HexFormat.of()::formatHex).orElse(null),
                    HexFormat.of().formatHex(statement.comparison()),
                    moment.first() + entries.size(),
                    statement,
                    StatementMeaning.of(statement, moment.stored()),
                    RecordedForm.of(statement, id, moment.stored(), authority)));
        }
        return entries;
    }

    Map<String, Object> row(String tenant) {
        Map<String, Object> row = new HashMap<>();
        // Every batch takes its unique keys in one order, or two batches that repeat each other could deadlock.
        row.put("sort_key", contentKey == null ? id.toString() : contentKey);
        row.put("id", id);
        row.put("content_key", contentKey);
        row.put("comparison", comparison);
        row.put("seq", number);
        row.put("refers_to", statement.refersTo());
        row.put("voids", statement.voids());
        row.put("keys", StatementKeys.of(tenant, recorded));
        // As text within the JSON: what is cast along with the row would lose the spelling of its numbers.
        row.put("statement", JsonValues.whole(recorded));
        boolean unused = meaning instanceof StatementMeaning.Unused;
        row.put("state", Words.word(unused ? DeliveryState.IGNORED : DeliveryState.ACCEPTED));
        row.put("reason", meaning instanceof StatementMeaning.Unused reason ? reason.reason() : null);
        return row;
    }

    Optional<Evidence> evidence(Connection connection, Moment moment, SenderAuthentication authentication) {
        if (!(meaning instanceof StatementMeaning.Evident evident)) {
            return Optional.empty();
        }
        return Optional.of(Evidence.reported(
                Uuid7.next(),
                evident.draft(),
                moment.stored(),
                CanonicalForm.label(CanonicalForm.bytes(statement.content())),
                new Provenance(connection.id(), connection.source().word(), EvidenceChannel.XAPI, id, authentication)));
    }
}
