package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.adapter.postgres.LiveConnections;
import dev.touchstone.intake.adapter.postgres.RefusedSenders;
import dev.touchstone.intake.connection.AccessToken;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionChannel;
import dev.touchstone.intake.connection.ConnectionCredential;
import dev.touchstone.intake.connection.ConnectionCredential.SenderScheme;
import dev.touchstone.intake.connection.LiveConnection;
import dev.touchstone.intake.evidence.SenderAuthentication;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Finds the connection that an {@code Authorization} stands for. */
@ApplicationScoped
class SenderCredentials {

    private final LiveConnections connections;
    private final IntakeMeters meters;
    private final RefusedSenders refusedSenders;

    SenderCredentials(LiveConnections connections, IntakeMeters meters, RefusedSenders refusedSenders) {
        this.connections = connections;
        this.meters = meters;
        this.refusedSenders = refusedSenders;
    }

    /**
     * Empty if it is not a connection's; it may well be somebody else's.
     *
     * @throws AuthenticationFailedException through the result, if it is one that is not good
     */
    Uni<Optional<SenderAccess>> find(String authorization) {
        Optional<AccessToken.Presented> token = AccessToken.parse(authorization);
        if (token.isPresent()) {
            return connections
                    .find(token.get().token().connectionId())
                    .map(found -> Optional.of(found.flatMap(live -> counted(live, access(token.get(), live)))
                            .orElseThrow(this::refused)));
        }
        Optional<ConnectionCredential> credential = ConnectionCredential.parse(authorization);
        if (credential.isPresent()) {
            return find(credential.get()).map(found -> Optional.of(found.orElseThrow(this::refused)));
        }
        boolean basic = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
        return basic
                ? Uni.createFrom().failure(this::refused)
                : Uni.createFrom().item(Optional.empty());
    }

    /** Empty unless it is good. */
    Uni<Optional<SenderAccess>> find(ConnectionCredential credential) {
        return connections
                .find(credential.connectionId())
                .map(found -> found.flatMap(live ->
                                counted(live, Optional.of(live).filter(one -> isGood(credential, one))))
                        .map(live -> SenderAccess.whole(
                                live.connection(),
                                credential.scheme() == SenderScheme.BASIC
                                        ? SenderAuthentication.BASIC
                                        : SenderAuthentication.BEARER)));
    }

    AuthenticationFailedException refused() {
        meters.rejected("CREDENTIALS");
        return new AuthenticationFailedException();
    }

    /** What came in a connection's name and was not good is told to its organisation. */
    private <T> Optional<T> counted(LiveConnection live, Optional<T> good) {
        if (good.isEmpty()) {
            refusedSenders.count(live.connection(), "CREDENTIALS", Instant.now());
        }
        return good;
    }

    private static Optional<SenderAccess> access(AccessToken.Presented token, LiveConnection live) {
        Connection connection = live.connection();
        boolean open = !connection.disabled() && connection.channel() == ConnectionChannel.XAPI;
        return open
                ? token.verify(live.secrets(), Instant.now())
                        .map(good -> SenderAccess.scoped(connection, good.scopes()))
                : Optional.empty();
    }

    private static boolean isGood(ConnectionCredential credential, LiveConnection live) {
        Connection connection = live.connection();
        boolean basic = credential.scheme() == SenderScheme.BASIC;
        return credential.matches(live.secrets())
                && !connection.disabled()
                && connection.channel() != ConnectionChannel.WEBHOOK
                && basic == (connection.channel() == ConnectionChannel.XAPI);
    }
}
