package dev.touchstone.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.touchstone.intake.adapter.postgres.Connections.Stored;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionChannel;
import dev.touchstone.intake.connection.ConnectionCredential;
import dev.touchstone.intake.connection.SharedSecret;
import dev.touchstone.intake.connection.VerifierProfile.SecretUse;
import dev.touchstone.intake.preset.Presets;
import java.time.Instant;
import java.util.UUID;

/**
 * A connection as its administrator sees it. Secrets are not part of it.
 *
 * @param preset that it was made by; null if none
 * @param template its own, or the one that its preset ships at present
 * @param path where it delivers to
 * @param liveSecrets 2 while a rotation lasts
 * @param fetchSecretSet whether there is a secret to fetch with
 */
public record ConnectionView(
        UUID connectionId,
        String name,
        String preset,
        Object placeholders,
        String source,
        String channel,
        Object verifier,
        String template,
        Object dedupe,
        int ackStatus,
        String timeZone,
        String bodyField,
        Object pings,
        Object fetch,
        String path,
        int liveSecrets,
        boolean fetchSecretSet,
        Instant createdAt,
        Instant disabledAt) {

    /** With what the sender has to be configured with: this answer is the only place where it is ever shown. */
    public record Opened(
            @JsonUnwrapped ConnectionView connection,
            @JsonUnwrapped Credentials credentials) {}

    /**
     * What the sender presents; what does not apply is absent.
     *
     * @param key user name of HTTP Basic
     */
    public record Credentials(String key, String secret, String token) {

        static Credentials of(Connection connection, SharedSecret secret) {
            return switch (connection.channel()) {
                case XAPI -> new Credentials(connection.id().toString(), secret.text(), null);
                case WEBHOOK -> new Credentials(null, isToBeTold(connection, secret) ? secret.text() : null, null);
                case CLOUDEVENTS, PEOPLE, SCIM ->
                    new Credentials(null, null, ConnectionCredential.token(connection.id(), secret.text()));
            };
        }

        private static boolean isToBeTold(Connection connection, SharedSecret secret) {
            return secret.minted() && connection.settings().verifier().secretUse() != SecretUse.NONE;
        }

        @Override
        public String toString() {
            return "credentials";
        }
    }

    static ConnectionView of(Stored stored) {
        Connection connection = stored.connection();
        return new ConnectionView(
                connection.id(),
                connection.name(),
                (String) stored.settings().get(Presets.PRESET),
                stored.settings().get(Presets.PLACEHOLDERS),
                connection.source().word(),
                connection.channel().word(),
                stored.settings().get("verifier"),
                connection.settings().template(),
                stored.settings().get("dedupe"),
                connection.settings().ackStatus(),
                connection.settings().zone().getId(),
                connection.settings().bodyField(),
                stored.settings().get("pings"),
                stored.settings().get("fetch"),
                path(connection.channel(), connection.id()),
                stored.liveSecrets(),
                stored.fetchSecret(),
                connection.createdAt(),
                connection.disabledAt());
    }

    private static String path(ConnectionChannel channel, UUID id) {
        return switch (channel) {
            case XAPI -> "/xapi/statements";
            case WEBHOOK -> "/intake/v1/hooks/" + id;
            case CLOUDEVENTS -> "/intake/v1/events";
            case PEOPLE -> "/intake/v1/people";
            case SCIM -> "/scim/v2";
        };
    }
}
