package dev.touchstone.intake.adapter.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.features.EndpointType;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.touchstone.intake.adapter.postgres.ChangeUsers;
import dev.touchstone.intake.adapter.postgres.ReadDirectory;
import dev.touchstone.intake.adapter.postgres.ReadDirectory.Listed;
import dev.touchstone.intake.adapter.postgres.StoredUser;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.DirectoryUser;
import dev.touchstone.intake.directory.UserFilter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the library asks for about {@code /Users} (RFC 7644 section 3). */
final class UserHandler extends ResourceHandler<User> {

    private final Answers answers;
    private final ReadDirectory read;
    private final ChangeUsers change;

    UserHandler(Answers answers, ReadDirectory read, ChangeUsers change) {
        this.answers = answers;
        this.read = read;
        this.change = change;
    }

    @Override
    public User createResource(User resource, Context context) {
        Connection directory = Directory.of(context).connection();
        DirectoryUser user = UserNodes.read(resource);
        return UserNodes.write(answers.await(() -> change.create(directory, user, Instant.now())));
    }

    @Override
    public User getResource(
            String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
        return UserNodes.write(find(id, context));
    }

    @Override
    public User getResourceForUpdate(
            String id,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context,
            EndpointType endpointType) {
        StoredUser stored = find(id, context);
        Directory.of(context).base(stored.id(), stored.user());
        return UserNodes.write(stored);
    }

    @Override
    public PartialListResponse<User> listResources(
            long startIndex,
            int count,
            FilterNode filter,
            SchemaAttribute sortBy,
            SortOrder sortOrder,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        Connection directory = Directory.of(context).connection();
        UserFilter wanted = Filters.of(filter, Filters.USERS);
        Listed<StoredUser> found = answers.await(() -> read.users(directory, wanted, startIndex - 1, count));
        return Answers.list(found, UserNodes::write);
    }

    @Override
    public User updateResource(User resource, Context context) {
        Connection directory = Directory.of(context).connection();
        UUID id = Answers.id(resource.getId().orElse(""));
        DirectoryUser before =
                Directory.of(context).base(id, context, DirectoryUser.class).orElse(null);
        ChangeUsers.Wanted wanted = new ChangeUsers.Wanted(
                id, before, UserNodes.read(resource), resource.isActive().isPresent(), Directory.version(context));
        return UserNodes.write(answers.await(() -> change.change(directory, wanted, Instant.now())));
    }

    @Override
    public void deleteResource(String id, Context context) {
        Connection directory = Directory.of(context).connection();
        answers.await(() -> change.delete(directory, Answers.id(id), Directory.version(context), Instant.now()));
    }

    private StoredUser find(String id, Context context) {
        Connection directory = Directory.of(context).connection();
        return answers.await(() -> read.user(directory, Answers.id(id)));
    }
}
