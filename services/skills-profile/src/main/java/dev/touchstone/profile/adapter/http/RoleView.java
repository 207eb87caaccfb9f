package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.framework.Requirement;
import dev.touchstone.profile.framework.RoleProfile;
import java.util.List;

/** A role with what it asks for. */
record RoleView(
        String roleId,
        String frameworkId,
        String family,
        String role,
        String level,
        String description,
        List<Skill> requirements) {

    record Skill(String skillId, String name, LevelView level, int importance, boolean mandatory) {

        static Skill of(Requirement requirement) {
            return new Skill(
                    requirement.skillId(),
                    requirement.name(),
                    new LevelView(requirement.ordinal(), requirement.levelName()),
                    requirement.importance(),
                    requirement.mandatory());
        }
    }

    static RoleView of(RoleProfile role) {
        return new RoleView(
                role.roleId(),
                role.frameworkId(),
                role.family(),
                role.role(),
                role.level(),
                role.description(),
                role.requirements().stream().map(Skill::of).toList());
    }
}
