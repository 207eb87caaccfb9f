package dev.touchstone.intake.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.intake.adapter.kafka.EvidenceSubmitted;
import dev.touchstone.intake.evidence.Content;
import dev.touchstone.intake.evidence.EvidenceState;
import java.util.UUID;

/**
 * Evidence as stored.
 *
 * @param parkedReason null once its person is known
 * @param submitterLogin who handed it in; null for systems
 * @param content null on evidence from systems
 */
public record StoredEvidence(
        UUID id,
        UUID personId,
        String parkedReason,
        String submitterLogin,
        EvidenceSubmitted document,
        Content content) {

    static final String COLUMNS =
            "id, person_id, parked_reason, submitter_login, cast(document as text), title, body, link";

    public EvidenceState state() {
        return personId == null ? EvidenceState.PARKED : EvidenceState.SUBMITTED;
    }

    static StoredEvidence of(Object[] row) {
        String title = (String) row[5];
        return new StoredEvidence(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                read((String) row[4]),
                title == null ? null : new Content(title, (String) row[6], (String) row[7]));
    }

    static EvidenceSubmitted read(String document) {
        try {
            return Json.TOLERANT.readValue(document, EvidenceSubmitted.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored evidence cannot be read", e);
        }
    }
}
