package dev.touchstone.assessment.assessmentcase;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An assessor's hold on a case.
 *
 * @param until after this, anybody entitled may take it
 */
public record Claim(UUID assessorId, Instant claimedAt, Instant until) {

    /** How long an assessor may keep a case without deciding it. */
    public static final Duration LEASE = Duration.ofHours(48);

    public boolean isLive(Instant at) {
        return at.isBefore(until);
    }
}
