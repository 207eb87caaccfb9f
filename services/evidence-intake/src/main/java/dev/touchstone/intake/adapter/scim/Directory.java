package dev.touchstone.intake.adapter.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.authorize.Authorization;
import dev.touchstone.intake.connection.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The directory behind a request, and the states on which the request makes its changes. One for each request. */
final class Directory implements Authorization {

    private final Connection connection;
    private final Map<UUID, Object> bases = new HashMap<>();

    /** @param connection that has proved who it is */
    Directory(Connection connection) {
        this.connection = connection;
    }

    static Directory of(Context context) {
        return (Directory) context.getAuthorization();
    }

    Connection connection() {
        return connection;
    }

    /** Keeps the state that a PATCH is applied to, so that only what it changes is changed. */
    void base(UUID id, Object state) {
        bases.put(id, state);
    }

    /** Empty for a PUT: that replaces whatever there is. */
    <T> Optional<T> base(UUID id, Context context, Class<T> type) {
        Object state = bases.remove(id);
        return context.getUriInfos().getHttpMethod() == HttpMethod.PATCH
                ? Optional.ofNullable(state).map(type::cast)
                : Optional.empty();
    }

    /** The version that {@code If-Match} demands; null if it demands none that we ever gave. */
    static Long version(Context context) {
        return context.getUriInfos().getHttpHeaders().entrySet().stream()
                .filter(header -> "If-Match".equalsIgnoreCase(header.getKey()) && header.getValue() != null)
                .map(header -> ETag.parseETag(header.getValue()).getTag())
                .filter(tag -> tag != null && tag.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getClientId() {
        return connection.id().toString();
    }

    @Override
    public Set<String> getClientRoles() {
        return Set.of();
    }

    @Override
    public boolean authenticate(Map<String, String> headers, Map<String, String> parameters) {
        return true;
    }
}
