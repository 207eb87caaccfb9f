package dev.touchstone.profile.framework;

import java.util.List;

/**
 * A skill of a framework.
 *
 * @param description empty where the framework gives none
 * @param levels lowest first; only the levels that some role asks for
 */
public record FrameworkSkill(String skillId, String name, String description, List<Level> levels) {

    public FrameworkSkill {
        levels = List.copyOf(levels);
    }

    /** @param description what a person at this level can do; empty where the framework does not say */
    public record Level(int ordinal, String name, String description) {}
}
