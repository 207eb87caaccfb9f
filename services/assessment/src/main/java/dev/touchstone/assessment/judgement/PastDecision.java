package dev.touchstone.assessment.judgement;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision made earlier for the same person and achievement.
 *
 * @param passed whether it was an award
 * @param level ordinal awarded; 0 where not yet met
 * @param validUntil null where it does not expire
 * @param revoked its credential was revoked
 */
public record PastDecision(
        UUID id,
        int achievementVersion,
        boolean passed,
        int level,
        Instant decidedAt,
        Instant validUntil,
        boolean revoked) {

    boolean isLive(Instant at) {
        return passed && !revoked && (validUntil == null || validUntil.isAfter(at));
    }
}
