package dev.touchstone.assessment.credential;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential that a person was issued by this organisation.
 *
 * @param level ordinal of the level shown; 1 where the achievement has no levels
 * @param validUntil end of validity; null where it does not expire
 * @param revoked no longer holds, for good
 */
public record HeldCredential(UUID id, String achievementId, int level, Instant validUntil, boolean revoked) {

    /** Neither revoked nor expired. */
    public boolean isLive(Instant at) {
        return !revoked && (validUntil == null || validUntil.isAfter(at));
    }
}
