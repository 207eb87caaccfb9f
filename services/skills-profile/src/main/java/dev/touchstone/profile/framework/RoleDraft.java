package dev.touchstone.profile.framework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A role level while its rows are being read. */
final class RoleDraft {

    private final String roleId;
    private final String frameworkId;
    private final SheetRow first;
    private final Map<String, Requirement> requirements = new LinkedHashMap<>();

    RoleDraft(String roleId, String frameworkId, SheetRow first) {
        this.roleId = roleId;
        this.frameworkId = frameworkId;
        this.first = first;
    }

    Requirement requirement(String skillId) {
        return requirements.get(skillId);
    }

    void require(Requirement requirement) {
        requirements.put(requirement.skillId(), requirement);
    }

    RoleProfile role() {
        return new RoleProfile(
                roleId,
                frameworkId,
                first.family(),
                first.role(),
                first.level(),
                first.levelDescription(),
                List.copyOf(requirements.values()));
    }
}
