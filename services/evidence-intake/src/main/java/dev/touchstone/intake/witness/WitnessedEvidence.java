package dev.touchstone.intake.witness;

import dev.touchstone.intake.evidence.Basis;
import java.time.Instant;

/**
 * What a witness is asked about.
 *
 * @param title null where it has none
 * @param basis or null
 * @param achievementId that it is offered for, or null
 */
public record WitnessedEvidence(
        String title, String activityId, Instant occurredAt, Basis basis, String achievementId) {}
