package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.profile.catalogue.CatalogueFact;
import dev.touchstone.profile.catalogue.Offer;
import dev.touchstone.profile.catalogue.OfferedSkill;
import java.util.List;

/** AchievementPublished, as far as this service reads it. */
record AchievementPublishedData(
        String achievementId,
        Integer version,
        String name,
        String description,
        List<Level> levels,
        List<Skill> skills,
        Double workloadHours,
        List<String> pathwayOf) {

    record Level(Integer ordinal) {}

    record Skill(String skillId, String name, Integer ordinal) {}

    CatalogueFact fact() {
        return new CatalogueFact.Published(new Offer(
                version,
                name,
                description,
                workloadHours,
                skills.stream().map(this::offered).toList(),
                pathwayOf == null ? List.of() : pathwayOf));
    }

    /** A skill without a level of its own is shown at the level of the achievement that was reached. */
    private OfferedSkill offered(Skill skill) {
        int highest = levels == null
                ? 1
                : levels.stream().mapToInt(Level::ordinal).max().orElse(1);
        return new OfferedSkill(skill.skillId(), skill.name(), skill.ordinal() == null ? highest : skill.ordinal());
    }

    void check(Required required) {
        required.field("achievementId", achievementId)
                .field("version", version)
                .field("name", name)
                .field("description", description)
                .field("skills", skills);
        for (Skill skill : skills) {
            required.field("skills", skill)
                    .field("skills.skillId", skill.skillId())
                    .field("skills.name", skill.name());
        }
        if (levels != null) {
            levels.forEach(level -> required.field("levels", level).field("levels.ordinal", level.ordinal()));
        }
    }
}
