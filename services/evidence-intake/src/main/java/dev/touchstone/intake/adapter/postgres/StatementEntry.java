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
import dev.touchstone.intake.xapi.Statement;
import dev.touchstone.intake.xapi.StatementMeaning;
import dev.touchstone.intake.xapi.query.RecordedForm;
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
 * @param number its own, see {@link Moment}
 * @param recorded as it is answered
 */
record StatementEntry(
        StatementDelivery delivery,
        UUID id,
        String contentKey,
        String comparison,
        long number,
        Statement statement,
        StatementMeaning meaning,
        Map<String, Object> recorded) {

    /** @param place among the statements of the moment */
    static StatementEntry of(
            StatementDelivery delivery, Statement statement, Moment moment, int place, Map<String, Object> authority) {
        UUID id = statement.id() == null ? Uuid7.next() : statement.id();
        return new StatementEntry(
                delivery,
                id,
                statement.contentKey().map(HexFormat.of()::formatHex).orElse(null),
                HexFormat.of().formatHex(statement.comparison()),
                moment.first() + place,
                statement,
                StatementMeaning.of(statement, moment.stored()),
                RecordedForm.of(statement, id, moment.stored(), authority));
    }

    String state() {
        return Words.word(meaning instanceof StatementMeaning.Unused ? DeliveryState.IGNORED : DeliveryState.ACCEPTED);
    }

    /** Why it is no evidence; null if it is. */
    String reason() {
        return meaning instanceof StatementMeaning.Unused unused ? unused.reason() : null;
    }

    String json() {
        return JsonValues.whole(recorded);
    }

    Optional<Evidence> evidence(Moment moment) {
        if (!(meaning instanceof StatementMeaning.Evident evident)) {
            return Optional.empty();
        }
        Connection connection = delivery.connection();
        return Optional.of(Evidence.reported(
                Uuid7.next(),
                evident.draft(),
                moment.stored(),
                CanonicalForm.label(CanonicalForm.bytes(statement.content())),
                new Provenance(
                        connection.id(),
                        connection.source().word(),
                        EvidenceChannel.XAPI,
                        id,
                        delivery.delivered().authentication())));
    }
}
