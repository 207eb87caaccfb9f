package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.connection.AccessScope;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.evidence.SenderAuthentication;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A connection that has proved who it is, and what that opens. */
record SenderAccess(Connection connection, SenderAuthentication authentication, Set<String> roles) {

    /** By its own key, secret or token: all that its channel is for. */
    static SenderAccess whole(Connection connection, SenderAuthentication authentication) {
        Set<String> roles = switch (connection.channel()) {
            case XAPI -> roles(EnumSet.allOf(AccessScope.class));
            case CLOUDEVENTS -> Set.of(SenderRoles.CLOUDEVENTS);
            case PEOPLE -> Set.of(SenderRoles.PEOPLE);
            case SCIM -> Set.of(SenderRoles.SCIM);
            case WEBHOOK -> throw new IllegalStateException("webhooks are signed");
        };
        return new SenderAccess(connection, authentication, roles);
    }

    /** By an access token. */
    static SenderAccess scoped(Connection connection, Set<AccessScope> scopes) {
        return new SenderAccess(connection, SenderAuthentication.BEARER, roles(scopes));
    }

    private static Set<String> roles(Set<AccessScope> scopes) {
        return scopes.stream()
                .map(scope -> scope == AccessScope.READ ? SenderRoles.XAPI_READ : SenderRoles.XAPI_WRITE)
                .collect(Collectors.toUnmodifiableSet());
    }
}
