package dev.touchstone.profile.framework;

/**
 * A skill that a role asks for.
 *
 * @param ordinal lowest level that meets it
 * @param importance weight in comparisons, 1 to 5; 1 where the framework does not weigh
 * @param mandatory a gap here is shown first, whatever the total
 */
public record Requirement(
        String skillId, String name, int ordinal, String levelName, int importance, boolean mandatory) {

    public static final int MAX_IMPORTANCE = 5;

    public Requirement {
        if (ordinal < 1 || importance < 1 || importance > MAX_IMPORTANCE) {
            throw new IllegalArgumentException("level and importance begin at 1, importance ends at 5");
        }
    }
}
