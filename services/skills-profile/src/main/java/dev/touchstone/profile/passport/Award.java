package dev.touchstone.profile.passport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a credential says, fixed when it was issued.
 *
 * @param levelOrdinal level of the achievement; null where it has no levels, as is {@code levelName}
 * @param basis {@code rule} or {@code assessor}
 * @param validUntil null when it does not expire
 * @param url public address of the credential
 */
public record Award(
        UUID decisionId,
        String achievementId,
        int achievementVersion,
        String achievementName,
        Integer levelOrdinal,
        String levelName,
        List<SkillShown> skills,
        String basis,
        int evidenceCount,
        Instant awardedDate,
        Instant validFrom,
        Instant validUntil,
        String url,
        Instant issuedAt) {

    public Award {
        skills = List.copyOf(skills);
    }
}
