package dev.touchstone.profile.framework;

import java.util.List;

/** A framework read and cleaned, ready to be put in force. */
public record ImportedFramework(
        Framework framework, List<FrameworkSkill> skills, List<RoleProfile> roles, ImportReport report) {

    public ImportedFramework {
        skills = List.copyOf(skills);
        roles = List.copyOf(roles);
    }
}
