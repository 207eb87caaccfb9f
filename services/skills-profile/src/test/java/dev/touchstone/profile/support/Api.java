package dev.touchstone.profile.support;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The service's interface, as a caller uses it. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Api() {}

    public static Response get(String token, String path) {
        return given().auth().oauth2(token).when().get(path);
    }

    public static Response post(String token, String path) {
        return given().auth().oauth2(token).when().post(path);
    }

    /** The body once it is as wanted; waits for events to arrive. */
    public static JsonPath await(String token, String path, Predicate<JsonPath> wanted) {
        return Awaitility.await(path)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> {
                            Response response = get(token, path);
                            return response.statusCode() == 200 ? response.jsonPath() : null;
                        },
                        body -> body != null && wanted.test(body));
    }
}
