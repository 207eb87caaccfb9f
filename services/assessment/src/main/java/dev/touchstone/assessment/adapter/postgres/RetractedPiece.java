package dev.touchstone.assessment.adapter.postgres;

import java.time.Instant;
import java.util.UUID;

/**
 * A piece of evidence that was taken back.
 *
 * @param reason as evidence-intake says it
 * @param review whether a decision rests on it, which stands until somebody has looked at it again
 */
public record RetractedPiece(UUID evidenceId, String reason, Instant retractedAt, boolean review) {}
