package dev.touchstone.profile.catalogue;

/**
 * A skill that an achievement shows.
 *
 * @param ordinal highest level of the skill that it can show, 1 is the lowest
 */
public record OfferedSkill(String skillId, String name, int ordinal) {}
