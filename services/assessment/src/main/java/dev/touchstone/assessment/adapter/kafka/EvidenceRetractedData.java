package dev.touchstone.assessment.adapter.kafka;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** EvidenceRetracted, as far as this service reads it. */
record EvidenceRetractedData(UUID evidenceId, UUID personId, String reason, Instant retractedAt) {

    EvidenceRetractedData {
        requireNonNull(evidenceId, "evidenceId");
        requireNonNull(personId, "personId");
        requireNonNull(reason, "reason");
        requireNonNull(retractedAt, "retractedAt");
    }
}
