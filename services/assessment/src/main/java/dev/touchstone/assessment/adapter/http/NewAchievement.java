package dev.touchstone.assessment.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.touchstone.assessment.adapter.contract.AchievementContent;
import dev.touchstone.chassis.json.RequestSchema;

/** A definition to be published. */
@RequestSchema("NewAchievement")
public record NewAchievement(
        String achievementId, @JsonUnwrapped AchievementContent definition) {}
