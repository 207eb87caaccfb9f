package dev.touchstone.issuance.credential;

import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.award.Award;
import dev.touchstone.issuance.credential.CredentialEvent.Issued;
import dev.touchstone.issuance.credential.CredentialEvent.LevelReached;
import dev.touchstone.issuance.credential.CredentialEvent.SkillShown;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** How an award becomes the event that tells of its credential. */
public final class Issuance {

    private Issuance() {}

    /** @param earner whoever was awarded it, or whom they were merged into */
    public static Issued told(Award award, UUID earner, Achievement achievement, Intent intent, URI address) {
        Instant awarded = award.decidedAt().truncatedTo(ChronoUnit.SECONDS);
        return new Issued(
                intent.credentialId(),
                1,
                award.decisionId(),
                earner,
                award.achievementId(),
                award.achievementVersion(),
                achievement.name(),
                award.level()
                        .map(level -> new LevelReached(level.id(), level.ordinal(), level.name()))
                        .orElse(null),
                award.skills().stream()
                        .map(skill -> new SkillShown(
                                skill.skillId(),
                                skill.name(),
                                skill.ordinal(),
                                skill.levelName().orElse(null)))
                        .toList(),
                award.basis(),
                award.evidence().size(),
                awarded,
                awarded,
                award.validUntil()
                        .map(end -> end.truncatedTo(ChronoUnit.SECONDS))
                        .orElse(null),
                address.toString(),
                intent.options().created());
    }
}
