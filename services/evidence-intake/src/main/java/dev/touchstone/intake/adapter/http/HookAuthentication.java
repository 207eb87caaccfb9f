package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.adapter.jose.JwtBodies;
import dev.touchstone.intake.adapter.postgres.LiveConnections;
import dev.touchstone.intake.adapter.postgres.RefusedSenders;
import dev.touchstone.intake.connection.Arrival;
import dev.touchstone.intake.connection.ConnectionChannel;
import dev.touchstone.intake.connection.Headers;
import dev.touchstone.intake.connection.JwtBodyProfile;
import dev.touchstone.intake.connection.LiveConnection;
import dev.touchstone.intake.connection.LocalProfile;
import dev.touchstone.intake.connection.Rejection;
import dev.touchstone.intake.connection.VerifierProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Finds the connection that a webhook is for, and has its sender prove who it is. */
@ApplicationScoped
class HookAuthentication {

    private static final Logger LOG = Logger.getLogger(HookAuthentication.class);

    private final LiveConnections connections;
    private final JwtBodies jwtBodies;
    private final IntakeMeters meters;
    private final RefusedSenders refusedSenders;
    private final Optional<String> publicUrl;

    /** @param publicUrl what senders see in front of the path, where something forwards to this service */
    HookAuthentication(
            LiveConnections connections,
            JwtBodies jwtBodies,
            IntakeMeters meters,
            RefusedSenders refusedSenders,
            @ConfigProperty(name = "touchstone.intake.public-url") Optional<String> publicUrl) {
        this.connections = connections;
        this.jwtBodies = jwtBodies;
        this.meters = meters;
        this.refusedSenders = refusedSenders;
        this.publicUrl = publicUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** The request as its sender wrote it. */
    Arrival arrival(HttpServerRequest request, Headers headers, byte[] body) {
        String path = request.query() == null ? request.path() : request.path() + "?" + request.query();
        String target = publicUrl.map(url -> url + path).orElseGet(request::absoluteURI);
        return new Arrival(request.method().name(), target, headers, body);
    }

    /** @throws ProblemException not found, or gone */
    Uni<LiveConnection> connection(UUID id) {
        return connections.find(id).map(found -> {
            LiveConnection live = found.filter(one -> one.connection().channel() == ConnectionChannel.WEBHOOK)
                    .orElseThrow(() -> ProblemException.notFound("connection"));
            if (live.connection().disabled()) {
                throw ProblemException.of(ProblemType.GONE, "This connection was disabled by its organisation.");
            }
            return live;
        });
    }

    /**
     * The message in the body, once its sender is known: without its content encoding, and without its envelope where
     * it is a JWT.
     *
     * @throws ProblemException unauthenticated; unavailable while there are no keys to verify with; too large,
     *     invalid or
     *     unsupported media type, if the content encoding cannot be taken off
     */
    Uni<byte[]> message(LiveConnection live, Arrival arrival, Instant now) {
        VerifierProfile profile = live.connection().settings().verifier();
        Arrival read = profile.readsDecodedBody() ? decoded(arrival) : arrival;
        if (profile instanceof JwtBodyProfile jwt) {
            return jwt(live, jwt, read.body(), now);
        }
        ((LocalProfile) profile).verify(live.secrets(), read, now).ifPresent(rejection -> refuse(live, rejection));
        return Uni.createFrom().item((profile.readsDecodedBody() ? read : decoded(arrival)).body());
    }

    private Uni<byte[]> jwt(LiveConnection live, JwtBodyProfile profile, byte[] body, Instant now) {
        Context context = Vertx.currentContext();
        return jwtBodies
                .verify(profile, body, now)
                .onFailure(JwtBodies::isKeysAway)
                .transform(away -> ProblemException.unavailable("The keys of the sender cannot be had. Send it again."))
                // Keys come by another thread, and the database session belongs to this one.
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .map(outcome -> {
                    if (outcome.rejection() != null) {
                        refuse(live, outcome.rejection());
                    }
                    return outcome.payload();
                });
    }

    private void refuse(LiveConnection live, Rejection reason) {
        meters.rejected(reason.name());
        refusedSenders.count(live.connection(), reason.name(), Instant.now());
        LOG.warnf(
                "event=webhook-rejected connection=%s reason=%s",
                live.connection().id(), reason);
        throw ProblemException.unauthenticated();
    }

    private static Arrival decoded(Arrival arrival) {
        byte[] body = HookBodies.decoded(arrival.headers(), arrival.body());
        return new Arrival(arrival.method(), arrival.target(), arrival.headers(), body);
    }
}
