package dev.touchstone.intake.adapter.fetch;

import dev.touchstone.intake.adapter.egress.Egress;
import dev.touchstone.intake.adapter.egress.EgressRequest;
import dev.touchstone.intake.adapter.egress.EgressResponse;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.fetch.FetchCredentials.ClientAuthentication;
import dev.touchstone.intake.fetch.FetchCredentials.ClientCredentials;
import dev.touchstone.intake.fetch.FetchFailed;
import dev.touchstone.intake.fetch.FetchReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tokens by the client credentials of OAuth 2.0 (RFC 6749 section 4.4), kept in memory until shortly before they end. A
 * token is its connection's, and of the settings and the secret that it was got by.
 */
@ApplicationScoped
class AccessTokens {

    private static final int MOST = 10_000;
    private static final int LARGEST = 65_536;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final double UNSAID_SECONDS = 300;

    private final Egress egress;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    AccessTokens(Egress egress) {
        this.egress = egress;
    }

    private record Held(String gotBy, String token, Instant until) {

        @Override
        public String toString() {
            return "token";
        }
    }

    /** Fails with {@link FetchFailed}. */
    Uni<String> token(UUID connection, ClientCredentials client, String secret, Instant now) {
        String gotBy = CanonicalForm.label((client + "\n" + secret).getBytes(StandardCharsets.UTF_8));
        Held known = held.get(connection);
        if (known != null && known.gotBy().equals(gotBy) && now.isBefore(known.until())) {
            return Uni.createFrom().item(known.token());
        }
        return egress.send(request(client, secret))
                .onFailure()
                .transform(failure -> Failures.of(client.tokenUrl(), failure))
                .map(response -> read(client, response, now))
                .map(answer -> hold(connection, gotBy, answer, now));
    }

    /** After it was refused, whatever it said of its end. */
    void forget(UUID connection) {
        held.remove(connection);
    }

    private String hold(UUID connection, String gotBy, Map<?, ?> answer, Instant now) {
        String token = (String) answer.get("access_token");
        double seconds = answer.get("expires_in") instanceof Number number ? number.doubleValue() : UNSAID_SECONDS;
        Duration life = Duration.ofSeconds((long) Math.min(Math.max(seconds, 0), LONGEST.toSeconds()));
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(connection, new Held(gotBy, token, now.plus(life).minus(MARGIN)));
        return token;
    }

    private static Map<?, ?> read(ClientCredentials client, EgressResponse response, Instant now) {
        String host = client.tokenUrl().getHost();
        if (response.status() != EgressResponse.OK) {
            FetchFailed failed = Failures.answered(client.tokenUrl(), response, now);
            // 400 is how RFC 6749 section 5.2 has it said that the client is not who it says it is.
            throw failed.mayPass() || failed.reason() == FetchReason.FETCH_REDIRECTED
                    ? failed
                    : new FetchFailed(
                            FetchReason.FETCH_UNAUTHORISED,
                            host + " answered " + response.status()
                                    + ": it gives no token for these credentials; check clientId, scope and fetchSecret");
        }
        try {
            if (JsonValues.parse(response.body()) instanceof Map<?, ?> answer
                    && answer.get("access_token") instanceof String token
                    && token.matches("[\\x21-\\x7e]{1,16000}")) {
                return answer;
            }
        } catch (JsonValues.NotJson e) {
            // the same as an answer without a token
        }
        throw new FetchFailed(FetchReason.FETCH_NOT_JSON, host + " answered without a token that can be used");
    }

    private static EgressRequest request(ClientCredentials client, String secret) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "application/json");
        if (client.how() == ClientAuthentication.BASIC) {
            String pair = encoded(client.clientId()) + ":" + encoded(secret);
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            fields.put("client_id", client.clientId());
            fields.put("client_secret", secret);
        }
        if (client.scope() != null) {
            fields.put("scope", client.scope());
        }
        boolean json = client.how() == ClientAuthentication.JSON;
        headers.put("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
        String body = json ? JsonValues.write(fields) : form(fields);
        return new EgressRequest("POST", client.tokenUrl(), headers, body.getBytes(StandardCharsets.UTF_8), LARGEST);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> List.of(encoded(field.getKey()), encoded(field.getValue())))
                .map(pair -> String.join("=", pair))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
