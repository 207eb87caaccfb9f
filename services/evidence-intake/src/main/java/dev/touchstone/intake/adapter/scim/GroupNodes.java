package dev.touchstone.intake.adapter.scim;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import dev.touchstone.intake.adapter.postgres.ChangeGroups;
import dev.touchstone.intake.adapter.postgres.StoredGroup;
import dev.touchstone.intake.directory.DirectoryGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Groups as SCIM writes them, and back. */
final class GroupNodes {

    private static final String USER = "User";

    private GroupNodes() {}

    static ChangeGroups.State read(Group group) {
        Set<UUID> members = new LinkedHashSet<>();
        for (Member member : group.getMembers()) {
            if (member.getType().filter(type -> !USER.equalsIgnoreCase(type)).isPresent()) {
                throw noSuchMember();
            }
            members.add(id(member.getValue().orElse("")));
        }
        return new ChangeGroups.State(
                UserNodes.text(group.getDisplayName()), UserNodes.text(group.getExternalId()), members);
    }

    /** @param users where users are found, with a slash at the end */
    static Group write(StoredGroup stored, String users) {
        DirectoryGroup group = stored.group();
        List<Member> members = stored.members().entrySet().stream()
                .map(member -> Member.builder()
                        .value(member.getKey().toString())
                        .display(member.getValue())
                        .type(USER)
                        .ref(users + member.getKey())
                        .build())
                .toList();
        Group node = Group.builder()
                .id(group.id().toString())
                .externalId(group.externalId())
                .displayName(group.displayName())
                .meta(UserNodes.meta(stored.version(), stored.createdAt(), stored.changedAt()))
                .build();
        if (!members.isEmpty()) {
            node.setMembers(members);
        }
        return node;
    }

    private static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw noSuchMember();
        }
    }

    private static BadRequestException noSuchMember() {
        return new BadRequestException(
                "members.value must be ids of users; groups within groups are not kept",
                ScimType.RFC7644.INVALID_VALUE);
    }
}
