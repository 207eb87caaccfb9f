package dev.touchstone.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.touchstone.intake.adapter.postgres.LiveConnections;
import dev.touchstone.intake.connection.AccessScope;
import dev.touchstone.intake.connection.AccessToken;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionChannel;
import dev.touchstone.intake.connection.ConnectionCredential;
import dev.touchstone.intake.connection.LiveConnection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives connections of channel xapi a token for their key and secret: OAuth 2 client credentials (RFC 6749 section 4.4),
 * which some learning platforms insist on. Refusals are those of that standard.
 */
@Path("/oauth2/token")
public class TokenResource {

    private final LiveConnections connections;
    private final IntakeMeters meters;
    private final Duration lifetime;

    TokenResource(
            LiveConnections connections,
            IntakeMeters meters,
            @ConfigProperty(name = "touchstone.xapi.token-lifetime", defaultValue = "1h") Duration lifetime) {
        this.connections = connections;
        this.meters = meters;
        this.lifetime = lifetime;
    }

    /** RFC 6749 section 5.1. */
    public record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope) {}

    /** RFC 6749 section 5.2. */
    public record Refusal(String error) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Uni<Response> token(@Context HttpHeaders headers, byte[] body) {
        Map<String, String> form = Form.read(body);
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return refused(400, form.containsKey("grant_type") ? "unsupported_grant_type" : "invalid_request");
        }
        Optional<Set<AccessScope>> scopes = AccessScope.parse(form.get("scope"));
        if (scopes.isEmpty()) {
            return refused(400, "invalid_scope");
        }
        Optional<ConnectionCredential> credential = credential(headers.getHeaderString("Authorization"), form);
        return credential
                .map(presented -> connections
                        .find(presented.connectionId())
                        .map(found -> found.filter(live -> isGood(presented, live))
                                .map(live -> granted(live, scopes.get()))
                                .orElseGet(this::unknown)))
                .orElseGet(() -> Uni.createFrom().item(this::unknown));
    }

    private static Optional<ConnectionCredential> credential(String authorization, Map<String, String> form) {
        return authorization == null
                ? ConnectionCredential.ofPair(
                        form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""))
                : ConnectionCredential.parse(authorization);
    }

    private static boolean isGood(ConnectionCredential credential, LiveConnection live) {
        Connection connection = live.connection();
        return credential.matches(live.secrets())
                && !connection.disabled()
                && connection.channel() == ConnectionChannel.XAPI;
    }

    private Response granted(LiveConnection live, Set<AccessScope> scopes) {
        AccessToken token =
                new AccessToken(live.connection().id(), scopes, Instant.now().plus(lifetime));
        return Response.ok(new Token(
                        token.sealed(live.secrets().get(0)), "Bearer", lifetime.toSeconds(), AccessScope.words(scopes)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response unknown() {
        meters.rejected("CREDENTIALS");
        return answer(401, "invalid_client")
                .header("WWW-Authenticate", "Basic realm=\"xapi\"")
                .build();
    }

    private static Uni<Response> refused(int status, String error) {
        return Uni.createFrom().item(() -> answer(status, error).build());
    }

    private static Response.ResponseBuilder answer(int status, String error) {
        return Response.status(status)
                .entity(new Refusal(error))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store");
    }
}
