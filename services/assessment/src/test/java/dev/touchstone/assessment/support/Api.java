package dev.touchstone.assessment.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The service's interface, as a caller uses it. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BASE = "/assessment/v1";

    private Api() {}

    public static Response get(String token, String path) {
        return given().auth().oauth2(token).when().get(BASE + path);
    }

    public static Response post(String token, String path) {
        return given().auth().oauth2(token).when().post(BASE + path);
    }

    public static Response post(String token, String path, JsonNode body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body.toString())
                .when()
                .post(BASE + path);
    }

    /** Publishes the definition; answers with the body. */
    public static JsonPath publish(Organisation organisation, JsonNode definition) {
        Response response = post(organisation.admin(), "/achievements", definition);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath();
    }

    /** The body once it is as wanted; waits for events to arrive. */
    public static JsonPath await(String token, String path, Predicate<JsonPath> wanted) {
        return Awaitility.await(path)
                .atMost(PATIENCE)
                .until(
                        () -> {
                            Response response = get(token, path);
                            return response.statusCode() == 200 ? response.jsonPath() : null;
                        },
                        body -> body != null && wanted.test(body));
    }

    /** Waits until the caller's own case of the achievement is in a state; answers with its id. */
    public static String awaitOwnCase(String token, String achievementId, String state) {
        JsonPath found = await(
                token,
                "/mine",
                body -> body.getList("items.findAll { it.achievementId == '" + achievementId + "' && it.state == '"
                                        + state + "' }")
                                .size()
                        > 0);
        return found.getString(
                "items.find { it.achievementId == '" + achievementId + "' && it.state == '" + state + "' }.caseId");
    }
}
