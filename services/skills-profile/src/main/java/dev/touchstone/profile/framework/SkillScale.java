package dev.touchstone.profile.framework;

import java.util.Optional;

/** The four levels of the role sheet's scale, lowest first. */
enum SkillScale {
    AWARENESS("Awareness"),
    WORKING("Working"),
    PRACTITIONER("Practitioner"),
    EXPERT("Expert");

    private final String label;

    SkillScale(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    int level() {
        return ordinal() + 1;
    }

    static Optional<SkillScale> named(String text) {
        for (SkillScale level : values()) {
            if (level.label.equalsIgnoreCase(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
