package dev.touchstone.assessment.adapter.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.touchstone.assessment.achievement.Achievement;
import java.time.Instant;
import java.util.UUID;

/** A published version, whole: the data of AchievementPublished. */
public record PublishedData(
        String achievementId,
        int version,
        @JsonUnwrapped AchievementContent definition,
        Instant publishedAt,
        UUID publishedBy) {

    public static PublishedData of(Achievement achievement) {
        return new PublishedData(
                achievement.id(),
                achievement.version(),
                DefinitionWriter.write(achievement.definition()),
                achievement.publishedAt(),
                achievement.publishedBy());
    }
}
