package dev.touchstone.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** What can be achieved in the organisation, as {@code demo/achievements.json} has it. */
final class Catalogue {

    private static final String RESOURCE = "/demo/achievements.json";

    private final Http http;
    private final String url;
    private final JsonNode achievements;

    Catalogue(Http http, Addresses addresses) {
        this.http = http;
        this.url = addresses.assessment() + "/assessment/v1/achievements";
        this.achievements = load();
    }

    /** Publishes every achievement; publishing the same again gives the first answer. */
    void publish(String admin, String run) {
        for (JsonNode achievement : achievements) {
            String id = achievement.path("achievementId").asText();
            http.post(url, admin, achievement, Map.of("Idempotency-Key", run + "-" + id))
                    .expect(200, 201);
        }
    }

    int size() {
        return achievements.size();
    }

    /** Whether the achievement is judged by people. */
    boolean isJudged(String achievementId) {
        return definition(achievementId).has("rubric");
    }

    JsonNode definition(String achievementId) {
        for (JsonNode achievement : achievements) {
            if (achievement.path("achievementId").asText().equals(achievementId)) {
                return achievement;
            }
        }
        throw new DemonstrationFailed("no achievement " + achievementId);
    }

    private static JsonNode load() {
        try (InputStream file = Catalogue.class.getResourceAsStream(RESOURCE)) {
            return Http.JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
