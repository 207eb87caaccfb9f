package dev.touchstone.intake.adapter.http;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Recognises connections by their Basic credentials or token, before the OpenID mechanism sees the request. Whatever is
 * not a connection's credential is left to the others.
 */
@ApplicationScoped
class ConnectionAuthentication implements HttpAuthenticationMechanism {

    static final String ACCESS = "access";
    private static final int BEFORE_OPENID = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;

    private final SenderCredentials credentials;

    ConnectionAuthentication(SenderCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public int getPriority() {
        return BEFORE_OPENID;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviders) {
        List<String> stated = context.request().headers().getAll("Authorization");
        if (stated.size() > 1) {
            // which of them counts, something between the sender and this service may have seen otherwise
            return Uni.createFrom().failure(credentials::refused);
        }
        return credentials
                .find(stated.isEmpty() ? null : stated.get(0))
                .map(found -> found.map(ConnectionAuthentication::identity).orElse(null));
    }

    private static SecurityIdentity identity(SenderAccess access) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(access.connection().id().toString()))
                .addRoles(access.roles())
                .addAttribute(ACCESS, access)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
