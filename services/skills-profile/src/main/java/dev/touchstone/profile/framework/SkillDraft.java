package dev.touchstone.profile.framework;

import java.util.EnumMap;
import java.util.Map;

/** A skill while its rows are being read; the first description given is kept. */
final class SkillDraft {

    private final String id;
    private final String name;
    private final Map<SkillScale, String> levels = new EnumMap<>(SkillScale.class);
    private String description = "";

    SkillDraft(String id, String name) {
        this.id = id;
        this.name = name;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    void describe(String text) {
        if (description.isEmpty()) {
            description = text;
        }
    }

    void describe(SkillScale level, String text) {
        levels.merge(level, text, (first, later) -> first.isEmpty() ? later : first);
    }

    FrameworkSkill skill() {
        return new FrameworkSkill(
                id,
                name,
                description,
                levels.entrySet().stream()
                        .map(level -> new FrameworkSkill.Level(
                                level.getKey().level(), level.getKey().label(), level.getValue()))
                        .toList());
    }
}
