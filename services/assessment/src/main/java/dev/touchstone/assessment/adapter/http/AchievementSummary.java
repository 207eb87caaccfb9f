package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.achievement.SkillShown;
import java.time.Instant;
import java.util.List;

/** An achievement in a list. */
public record AchievementSummary(
        String achievementId,
        int version,
        String name,
        String description,
        String achievementType,
        String stakes,
        boolean autoAward,
        int levels,
        List<String> skills,
        Instant publishedAt,
        Instant retiredAt) {

    static AchievementSummary of(AchievementLine line) {
        Achievement latest = line.latest();
        return new AchievementSummary(
                line.id(),
                latest.version(),
                latest.name(),
                latest.definition().meaning().description(),
                latest.definition().meaning().achievementType(),
                latest.stakes().label(),
                latest.definition().policy().autoAward(),
                latest.definition().topLevel(),
                latest.definition().skills().stream().map(SkillShown::name).toList(),
                latest.publishedAt(),
                line.retiredAt());
    }
}
