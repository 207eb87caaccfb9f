package dev.touchstone.assessment.achievement;

import dev.touchstone.assessment.criteria.Label;
import dev.touchstone.assessment.criteria.RubricLevelReached;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that people judge.
 *
 * @param description what is looked at; null where the author gave none
 * @param requiredLevel ordinal of the lowest level that meets the criterion
 * @param levels lowest first
 */
public record RubricCriterion(UUID id, String name, String description, int requiredLevel, List<RubricLevel> levels) {

    public RubricCriterion {
        levels = List.copyOf(levels);
    }

    public Optional<RubricLevel> level(UUID levelId) {
        return levels.stream().filter(level -> level.id().equals(levelId)).findFirst();
    }

    public int top() {
        return levels.stream().mapToInt(RubricLevel::ordinal).max().orElse(0);
    }

    /** The demand that this criterion be met at an ordinal; above the top of its scale, at the top. */
    RubricLevelReached at(int ordinal) {
        int capped = Math.min(ordinal, top());
        String words = levels.stream()
                .filter(level -> level.ordinal() == capped)
                .findFirst()
                .map(level -> name + " at " + level.name() + " or higher")
                .orElse(name);
        return new RubricLevelReached(new Label(null, words), id, capped);
    }
}
