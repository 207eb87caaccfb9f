package dev.touchstone.profile.passport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Awards for tests. */
public final class Awards {

    private Awards() {}

    public static Award award(String achievementId, Instant from, Instant until, List<SkillShown> skills) {
        return new Award(
                UUID.nameUUIDFromBytes(achievementId.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                achievementId,
                1,
                achievementId,
                null,
                null,
                skills,
                "rule",
                1,
                from,
                from,
                until,
                "https://credentials.example/" + achievementId,
                from);
    }

    public static SkillShown skill(String skillId, int ordinal, String levelName) {
        return new SkillShown(skillId, skillId, ordinal, levelName);
    }
}
