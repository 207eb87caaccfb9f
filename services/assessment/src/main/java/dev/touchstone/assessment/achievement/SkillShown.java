package dev.touchstone.assessment.achievement;

/**
 * A skill that a holder has shown.
 *
 * @param skillId a framework's URI, or {@code <organisation>:<slug>} for a skill only this organisation has
 * @param ordinal level of the skill; null: the ordinal of the level achieved
 * @param levelName name of that level; null where the author gave none
 * @param alignment null where the skill stands in no framework
 */
public record SkillShown(String skillId, String name, Integer ordinal, String levelName, Alignment alignment) {

    /** Open Badges 3.0 Alignment; all but name and address may be null. */
    public record Alignment(
            String targetName, String targetUrl, String targetFramework, String targetCode, String targetType) {}
}
