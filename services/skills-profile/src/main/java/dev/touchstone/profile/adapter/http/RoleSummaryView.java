package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.framework.RoleProfile;

/** A role in a list. */
record RoleSummaryView(String roleId, String frameworkId, String family, String role, String level, int skills) {

    static RoleSummaryView of(RoleProfile role) {
        return new RoleSummaryView(
                role.roleId(),
                role.frameworkId(),
                role.family(),
                role.role(),
                role.level(),
                role.requirements().size());
    }
}
