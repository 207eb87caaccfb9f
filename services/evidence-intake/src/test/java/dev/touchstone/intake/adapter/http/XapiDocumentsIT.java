package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IntakeIT
class XapiDocumentsIT {

    private final Organisation organisation = new Organisation();
    private Lms lms;

    @BeforeEach
    void connect() {
        lms = Lms.of(organisation);
    }

    @ParameterizedTest
    @CsvSource({
        "/xapi/activities/state, stateId",
        "/xapi/activities/profile, profileId",
        "/xapi/agents/profile, profileId"
    })
    void isWrittenUnderConditionsAndGivenBack(String path, String name) {
        // Given
        Map<String, Object> place = place(path, name, "one");
        json(place)
                .header("If-None-Match", "*")
                .body("{\"a\":1}")
                .put(path)
                .then()
                .statusCode(204);
        String first = lms.request().queryParams(place).get(path).header("ETag");

        // When
        Response blind = json(place).body("{\"a\":2}").put(path);
        Response again =
                json(place).header("If-None-Match", "*").body("{\"a\":2}").put(path);
        Response stale =
                json(place).header("If-Match", "\"1234\"").body("{\"a\":2}").put(path);
        Response right = json(place).header("If-Match", first).body("{\"a\":2}").put(path);

        // Then
        assertThat(first).matches("\"[0-9a-f]{40}\"");
        assertThat(List.of(blind.statusCode(), again.statusCode(), stale.statusCode(), right.statusCode()))
                .containsExactly(409, 412, 412, 204);
        lms.request()
                .queryParams(place)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("a", equalTo(2));
        lms.request().queryParams(place).head(path).then().statusCode(200);
        Lms.of(new Organisation()).request().queryParams(place).get(path).then().statusCode(404);
        lms.request()
                .queryParams(place)
                .header("If-Match", first)
                .delete(path)
                .then()
                .statusCode(412);
        lms.request().queryParams(place).delete(path).then().statusCode(204);
        lms.request().queryParams(place).get(path).then().statusCode(404);
    }

    @Test
    void postMergesTheFirstLevel() {
        // Given
        String path = "/xapi/activities/state";
        Map<String, Object> place = place(path, "stateId", "one");
        json(place).body("{\"a\":{\"x\":1},\"b\":1.50}").post(path).then().statusCode(204);

        // When
        Response merged = json(place).body("{\"a\":{\"y\":2},\"c\":null}").post(path);

        // Then
        merged.then().statusCode(204);
        assertThat(lms.request().queryParams(place).get(path).asString())
                .isEqualTo("{\"a\":{\"y\":2},\"b\":1.50,\"c\":null}");
        json(place).body("[1]").post(path).then().statusCode(400);
        json(place).contentType("text/plain").body("{}").post(path).then().statusCode(400);
        lms.request()
                .queryParams(place(path, "stateId", "text"))
                .contentType("text/plain")
                .body("words")
                .post(path)
                .then()
                .statusCode(204);
        json(place(path, "stateId", "text")).body("{}").post(path).then().statusCode(400);
    }

    @Test
    void stateOfRegistrationsIsKeptApartAndListedTogether() {
        // Given
        String path = "/xapi/activities/state";
        Map<String, Object> plain = place(path, "stateId", "plain");
        Map<String, Object> registered = place(path, "stateId", "registered");
        registered.put("registration", UUID.randomUUID().toString());
        json(plain).body("{}").post(path).then().statusCode(204);
        json(registered).body("{}").post(path).then().statusCode(204);

        // When
        Map<String, Object> all = place(path, "stateId", "");
        all.remove("stateId");
        Map<String, Object> ofOne = new HashMap<>(registered);
        ofOne.remove("stateId");

        // Then
        lms.request().queryParams(all).get(path).then().body("$", containsInAnyOrder("plain", "registered"));
        lms.request().queryParams(ofOne).get(path).then().body("$", contains("registered"));
        lms.request()
                .queryParams(place(path, "stateId", "registered"))
                .get(path)
                .then()
                .statusCode(404);
        lms.request().queryParams(ofOne).delete(path).then().statusCode(204);
        lms.request().queryParams(all).get(path).then().body("$", contains("plain"));
        lms.request()
                .queryParams(all)
                .queryParam("since", "2099-01-01T00:00:00Z")
                .get(path)
                .then()
                .body("$", empty());
    }

    /** Of many that change what they have read, one at a time gets through and none is lost. */
    @Test
    void changesUnderAConditionDoNotOverwriteEachOther() throws Exception {
        // Given
        String path = "/xapi/agents/profile";
        Map<String, Object> place = place(path, "profileId", "shared");
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            String body = "{\"n\":" + number + "}";
            calls.add(() -> json(place)
                    .header("If-None-Match", "*")
                    .body(body)
                    .put(path)
                    .statusCode());
        }
        ExecutorService senders = Executors.newFixedThreadPool(8);

        // When
        List<Integer> statuses = new ArrayList<>();
        try {
            for (Future<Integer> answer : senders.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        } finally {
            senders.shutdown();
        }

        // Then
        assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(19);
    }

    private RequestSpecification json(Map<String, Object> place) {
        return lms.request().contentType("application/json").queryParams(place);
    }

    private static Map<String, Object> place(String path, String name, String id) {
        Map<String, Object> place = new HashMap<>();
        place.put(name, id);
        if (!path.equals("/xapi/agents/profile")) {
            place.put("activityId", "http://a.example/1");
        }
        if (!path.equals("/xapi/activities/profile")) {
            place.put("agent", Lms.agentParameter("ada"));
        }
        return place;
    }
}
