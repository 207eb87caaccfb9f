package dev.touchstone.intake.adapter.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.features.EndpointType;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.touchstone.intake.adapter.postgres.ChangeGroups;
import dev.touchstone.intake.adapter.postgres.ReadDirectory;
import dev.touchstone.intake.adapter.postgres.ReadDirectory.Listed;
import dev.touchstone.intake.adapter.postgres.StoredGroup;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.UserFilter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the library asks for about {@code /Groups} (RFC 7644 section 3). */
final class GroupHandler extends ResourceHandler<Group> {

    private static final String MEMBERS = "members";

    private final Answers answers;
    private final ReadDirectory read;
    private final ChangeGroups change;

    GroupHandler(Answers answers, ReadDirectory read, ChangeGroups change) {
        this.answers = answers;
        this.read = read;
        this.change = change;
    }

    @Override
    public Group createResource(Group resource, Context context) {
        Connection directory = Directory.of(context).connection();
        ChangeGroups.State state = GroupNodes.read(resource);
        return write(answers.await(() -> change.create(directory, state, Instant.now())), context);
    }

    @Override
    public Group getResource(
            String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
        return write(find(id, context, withMembers(attributes, excluded)), context);
    }

    @Override
    public Group getResourceForUpdate(
            String id,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context,
            EndpointType endpointType) {
        StoredGroup stored = find(id, context, true);
        Directory.of(context)
                .base(
                        stored.group().id(),
                        new ChangeGroups.State(
                                stored.group().displayName(),
                                stored.group().externalId(),
                                stored.members().keySet()));
        return write(stored, context);
    }

    @Override
    public PartialListResponse<Group> listResources(
            long startIndex,
            int count,
            FilterNode filter,
            SchemaAttribute sortBy,
            SortOrder sortOrder,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        Connection directory = Directory.of(context).connection();
        UserFilter wanted = Filters.of(filter, Filters.GROUPS);
        boolean whole = withMembers(attributes, excluded);
        Listed<StoredGroup> found = answers.await(() -> read.groups(directory, wanted, startIndex - 1, count, whole));
        return Answers.list(found, group -> write(group, context));
    }

    @Override
    public Group updateResource(Group resource, Context context) {
        Connection directory = Directory.of(context).connection();
        UUID id = Answers.id(resource.getId().orElse(""));
        ChangeGroups.State before = Directory.of(context)
                .base(id, context, ChangeGroups.State.class)
                .orElse(null);
        ChangeGroups.Wanted wanted =
                new ChangeGroups.Wanted(id, before, GroupNodes.read(resource), Directory.version(context));
        return write(answers.await(() -> change.change(directory, wanted, Instant.now())), context);
    }

    @Override
    public void deleteResource(String id, Context context) {
        Connection directory = Directory.of(context).connection();
        answers.await(() -> change.delete(directory, Answers.id(id), Directory.version(context), Instant.now()));
    }

    private StoredGroup find(String id, Context context, boolean whole) {
        Connection directory = Directory.of(context).connection();
        return answers.await(() -> read.group(directory, Answers.id(id), whole));
    }

    private static Group write(StoredGroup stored, Context context) {
        return GroupNodes.write(stored, context.getUriInfos().getBaseUri() + "/Users/");
    }

    /** Directories leave them out where they only want to know whether a group is there: it may have thousands. */
    private static boolean withMembers(List<SchemaAttribute> attributes, List<SchemaAttribute> excluded) {
        boolean asked = attributes == null
                || attributes.isEmpty()
                || attributes.stream().anyMatch(GroupHandler::isMembers);
        return asked && (excluded == null || excluded.stream().noneMatch(GroupHandler::isMembers));
    }

    private static boolean isMembers(SchemaAttribute attribute) {
        return attribute.getName().equals(MEMBERS)
                || attribute.getParent() != null
                        && attribute.getParent().getName().equals(MEMBERS);
    }
}
