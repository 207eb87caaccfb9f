package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A statement on its way into the store.
 *
 * @param id the sender's, or else one minted here
 * @param contentKey hexadecimal; null if the sender gave an id
 * @param comparison hexadecimal
 */
record StatementEntry(UUID id, String contentKey, String comparison, Statement statement, StatementMeaning meaning) {

    static StatementEntry of(Statement statement, Instant now) {
        return new StatementEntry(
                statement.id() == null ? Uuid7.next() : statement.id(),
                statement.contentKey().map(HexFormat.of()::formatHex).orElse(null),
                HexFormat.of().formatHex(statement.comparison()),
                statement,
                StatementMeaning.of(statement, now));
    }

    Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        // Every batch takes its unique keys in one order, or two batches that repeat each other could deadlock.
        row.put("sort_key", contentKey == null ? id.toString() : contentKey);
        row.put("id", id);
        row.put("content_key", contentKey);
        row.put("comparison", comparison);
        row.put("statement", statement.content());
        boolean unused = meaning instanceof StatementMeaning.Unused;
        row.put("state", Words.word(unused ? DeliveryState.IGNORED : DeliveryState.ACCEPTED));
        row.put("reason", meaning instanceof StatementMeaning.Unused reason ? reason.reason() : null);
        return row;
    }

    Optional<Evidence> evidence(Connection connection, Instant now) {
        if (!(meaning instanceof StatementMeaning.Evident evident)) {
            return Optional.empty();
        }
        return Optional.of(Evidence.reported(
                Uuid7.next(),
                evident.draft(),
                now,
                CanonicalForm.label(CanonicalForm.bytes(statement.content())),
                new Provenance(
                        connection.id(),
                        connection.source().word(),
                        EvidenceChannel.XAPI,
                        id,
                        SenderAuthentication.BASIC)));
    }
}
