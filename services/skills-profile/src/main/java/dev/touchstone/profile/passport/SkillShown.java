package dev.touchstone.profile.passport;

/**
 * A skill that a credential shows.
 *
 * @param skillId a framework's identifier or URI, or {@code <organisation>:<slug>}
 * @param ordinal level on the skill's scale, 1 is the lowest
 * @param levelName name of that level; null where the issuer gave none
 */
public record SkillShown(String skillId, String name, int ordinal, String levelName) {}
