package dev.touchstone.intake.adapter.kafka;

import java.time.Instant;
import java.util.UUID;

/**
 * Data of the event {@code EvidenceRetracted}; see its schema in the contracts.
 *
 * @param retractedBy the person who withdrew it; null where a system took it back
 */
public record EvidenceRetracted(UUID evidenceId, UUID personId, String reason, Instant retractedAt, UUID retractedBy) {

    public static final String TYPE = "dev.touchstone.evidence.retracted.v1";
}
