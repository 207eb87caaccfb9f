package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Level;
import java.time.Instant;
import java.util.List;

/** How a case was decided. */
public sealed interface Outcome {

    /** Why, in plain words. */
    List<String> reasons();

    /**
     * The person has shown what the achievement asks for.
     *
     * @param level null where the achievement has no levels
     * @param validUntil null where the award does not expire
     */
    record Passed(Level level, List<AwardedSkill> skills, Instant validUntil, List<String> reasons) implements Outcome {

        public Passed {
            skills = List.copyOf(skills);
            reasons = List.copyOf(reasons);
        }

        public int ordinal() {
            return level == null ? 1 : level.ordinal();
        }
    }

    /** Not yet: what is missing, and what would help. */
    record NotYetMet(List<String> reasons, List<String> nextSteps) implements Outcome {

        public NotYetMet {
            reasons = List.copyOf(reasons);
            nextSteps = List.copyOf(nextSteps);
        }
    }

    /**
     * A skill shown.
     *
     * @param ordinal level of the skill on its scale
     * @param levelName null where it has no name
     */
    record AwardedSkill(String skillId, String name, int ordinal, String levelName) {}
}
