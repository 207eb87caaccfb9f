package dev.touchstone.profile.passport;

import java.time.Instant;
import java.util.UUID;

/**
 * One credential proving one skill at one level, from a date and perhaps until one.
 *
 * @param validUntil first instant at which it no longer holds; null when it does not expire
 */
public record SkillProof(
        String skillId,
        String name,
        int ordinal,
        String levelName,
        UUID credentialId,
        Instant awardedDate,
        Instant validFrom,
        Instant validUntil) {

    static SkillProof of(UUID credentialId, Award award, SkillShown skill) {
        return new SkillProof(
                skill.skillId(),
                skill.name(),
                skill.ordinal(),
                skill.levelName(),
                credentialId,
                award.awardedDate(),
                award.validFrom(),
                award.validUntil());
    }

    /** Holds at the instant. */
    public boolean liveAt(Instant now) {
        return !validFrom.isAfter(now) && !lapsedAt(now);
    }

    /** Held once, no longer does. */
    public boolean lapsedAt(Instant now) {
        return validUntil != null && !validUntil.isAfter(now);
    }
}
