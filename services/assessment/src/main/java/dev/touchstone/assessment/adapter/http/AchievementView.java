package dev.touchstone.assessment.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.adapter.contract.PublishedData;
import java.time.Instant;

/**
 * A version of an achievement, whole.
 *
 * @param retiredAt absent while the achievement is offered
 */
public record AchievementView(
        @JsonUnwrapped PublishedData published, String digest, int latestVersion, Instant retiredAt) {

    static AchievementView of(Achievement achievement, AchievementLine line) {
        return new AchievementView(
                PublishedData.of(achievement),
                achievement.digest(),
                line.latest().version(),
                line.retiredAt());
    }
}
