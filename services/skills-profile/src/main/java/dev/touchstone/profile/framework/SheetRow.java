package dev.touchstone.profile.framework;

import java.util.List;

/**
 * One row of a role sheet: a role level and a skill it asks for. Absent cells are empty text.
 *
 * @param importance 1 to 5; empty where the sheet does not weigh
 * @param mandatory {@code yes} or {@code no}; empty where the sheet does not say
 */
public record SheetRow(
        String family,
        String role,
        String roleDescription,
        String level,
        String levelDescription,
        String skill,
        String skillDescription,
        String skillLevel,
        String skillLevelDescription,
        String importance,
        String mandatory) {

    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 20_000;

    boolean isNotInUse() {
        return "NOT IN USE".equalsIgnoreCase(level) || "NOT IN USE".equalsIgnoreCase(skillLevel);
    }

    boolean lacksDescriptor() {
        return skillDescription.isEmpty() || skillLevelDescription.isEmpty();
    }

    boolean hasTooLongName() {
        return List.of(family, role, level, skill).stream().anyMatch(name -> name.length() > MAX_NAME);
    }

    boolean hasTooLongText() {
        return List.of(roleDescription, levelDescription, skillDescription, skillLevelDescription).stream()
                .anyMatch(text -> text.length() > MAX_TEXT);
    }
}
