package dev.touchstone.assessment.criteria;

import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What people judged so far.
 *
 * @param levels ordinal of the level judged, by rubric criterion; a criterion not observed is absent
 * @param assumed treats every criterion as met, to ask whether judgement is all that is missing
 */
public record Judged(Map<UUID, Integer> levels, boolean assumed) {

    public static final Judged NOTHING = new Judged(Map.of(), false);
    public static final Judged ASSUMED = new Judged(Map.of(), true);

    public Judged {
        levels = Map.copyOf(levels);
    }

    public static Judged of(Map<UUID, Integer> levels) {
        return new Judged(levels, false);
    }

    public OptionalInt level(UUID criterionId) {
        if (assumed) {
            return OptionalInt.of(Integer.MAX_VALUE);
        }
        Integer level = levels.get(criterionId);
        return level == null ? OptionalInt.empty() : OptionalInt.of(level);
    }
}
