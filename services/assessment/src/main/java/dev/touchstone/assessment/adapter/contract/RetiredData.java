package dev.touchstone.assessment.adapter.contract;

import java.time.Instant;

/** The data of AchievementRetired. */
public record RetiredData(String achievementId, int lastVersion, Instant retiredAt, String reason) {}
