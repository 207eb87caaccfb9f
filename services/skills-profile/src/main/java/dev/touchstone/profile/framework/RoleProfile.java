package dev.touchstone.profile.framework;

import java.util.List;

/**
 * What one level of a role asks for, e.g. senior developer.
 *
 * @param roleId {@code <framework>:<role>:<level>}, stable from one import to the next
 * @param requirements at least one, in the order of the framework
 */
public record RoleProfile(
        String roleId,
        String frameworkId,
        String family,
        String role,
        String level,
        String description,
        List<Requirement> requirements) {

    public RoleProfile {
        requirements = List.copyOf(requirements);
        if (requirements.isEmpty()) {
            throw new IllegalArgumentException("a role without requirements cannot be compared with");
        }
    }
}
