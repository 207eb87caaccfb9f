package dev.touchstone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A system that runs, and a learning platform's connection to it made for this load. */
final class Target {

    private static final String OPENID = System.getProperty("bench.openid", "http://localhost:8089/token");
    private static final String LOGIN = System.getProperty("bench.login", "viktor.lang");
    private static final String PASSWORD = System.getProperty("bench.password", "touchstone");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int PEOPLE_AT_ONCE = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String intake;
    private final String token;

    Target(String intake) {
        this.intake = intake;
        this.token = token();
    }

    private String token() {
        String form = "grant_type=password&client_id=touchstone&username=" + encoded(LOGIN) + "&password="
                + encoded(PASSWORD);
        return send(HttpRequest.newBuilder(URI.create(OPENID))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    /** Lets the organisation know the people that statements are about, so that their evidence is told to the others. */
    void hire(int people) {
        for (int first = 0; first < people; first += PEOPLE_AT_ONCE) {
            post(
                    "/intake/v1/people",
                    IntStream.range(first, Math.min(people, first + PEOPLE_AT_ONCE))
                            .mapToObj(Statements::person)
                            .collect(Collectors.joining(",", "{\"people\":[", "]}")));
        }
    }

    /** The authorization of a new connection that delivers statements. */
    String connect() {
        JsonNode opened =
                post("/intake/v1/connections", "{\"name\":\"Load\",\"source\":\"lms\",\"channel\":\"xapi\"}");
        String pair = opened.path("key").asText() + ":" + opened.path("secret").asText();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(intake + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "the system answers " + answer.statusCode() + "; is it up? ./touchstone up starts it");
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("no system at " + intake + "; ./touchstone up starts one", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
