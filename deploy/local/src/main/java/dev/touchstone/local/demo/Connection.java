package dev.touchstone.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A connection as its administrator gets it once.
 *
 * @param path where it delivers to
 * @param key user name of HTTP Basic; null on other channels
 * @param secret of HTTP Basic or of the signature
 * @param token bearer token; null on other channels
 */
record Connection(String id, String path, String key, String secret, String token) {

    static Connection of(JsonNode opened) {
        return new Connection(
                opened.path("connectionId").asText(),
                opened.path("path").asText(),
                opened.path("key").asText(null),
                opened.path("secret").asText(null),
                opened.path("token").asText(null));
    }

    String basic() {
        String pair = key + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    String bearer() {
        return "Bearer " + token;
    }
}
