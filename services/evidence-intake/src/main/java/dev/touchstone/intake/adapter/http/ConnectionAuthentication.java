package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.adapter.postgres.LiveConnections;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionChannel;
import dev.touchstone.intake.connection.ConnectionCredential;
import dev.touchstone.intake.connection.ConnectionCredential.SenderScheme;
import dev.touchstone.intake.connection.LiveConnection;
import io.quarkus.security.AuthenticationFailedException;
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
import java.util.Set;

/**
 * Recognises connections by their Basic credentials or token, before the OpenID mechanism sees the request. Whatever is
 * not a connection's credential is left to the others.
 */
@ApplicationScoped
class ConnectionAuthentication implements HttpAuthenticationMechanism {

    static final String CONNECTION = "connection";
    private static final int BEFORE_OPENID = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;

    private final LiveConnections connections;
    private final IntakeMeters meters;

    ConnectionAuthentication(LiveConnections connections, IntakeMeters meters) {
        this.connections = connections;
        this.meters = meters;
    }

    @Override
    public int getPriority() {
        return BEFORE_OPENID;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviders) {
        String authorization = context.request().getHeader("Authorization");
        boolean basic = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
        return ConnectionCredential.parse(authorization)
                .map(credential -> connections
                        .find(credential.connectionId())
                        .map(found -> found.filter(live -> isGood(credential, live))
                                .<SecurityIdentity>map(ConnectionAuthentication::identity)
                                .orElseThrow(this::refused)))
                .orElseGet(() -> basic
                        ? Uni.createFrom().failure(this::refused)
                        : Uni.createFrom().nullItem());
    }

    private static boolean isGood(ConnectionCredential credential, LiveConnection live) {
        Connection connection = live.connection();
        boolean basic = credential.scheme() == SenderScheme.BASIC;
        return credential.matches(live.secrets())
                && !connection.disabled()
                && connection.channel() != ConnectionChannel.WEBHOOK
                && basic == (connection.channel() == ConnectionChannel.XAPI);
    }

    private AuthenticationFailedException refused() {
        meters.rejected("CREDENTIALS");
        return new AuthenticationFailedException();
    }

    private static SecurityIdentity identity(LiveConnection live) {
        String role = switch (live.connection().channel()) {
            case XAPI -> SenderRoles.XAPI;
            case CLOUDEVENTS -> SenderRoles.CLOUDEVENTS;
            case PEOPLE -> SenderRoles.PEOPLE;
            case WEBHOOK -> throw new IllegalStateException("webhooks are signed");
        };
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(live.connection().id().toString()))
                .addRole(role)
                .addAttribute(CONNECTION, live.connection())
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
