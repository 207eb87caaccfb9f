package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.profile.catalogue.CatalogueFact;

/** AchievementRetired, as far as this service reads it. */
record AchievementRetiredData(String achievementId, Integer lastVersion) {

    CatalogueFact fact() {
        return new CatalogueFact.Retired(lastVersion);
    }

    void check(Required required) {
        required.field("achievementId", achievementId).field("lastVersion", lastVersion);
    }
}
