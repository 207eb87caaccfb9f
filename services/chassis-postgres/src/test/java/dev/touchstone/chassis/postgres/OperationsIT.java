package dev.touchstone.chassis.postgres;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.touchstone.testkit.Tokens;
import dev.touchstone.testkit.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator sees on the management port, and what a caller gets who asks for nonsense. */
@ChassisIT
class OperationsIT {

    private static final int END = 0;

    private static final String MAYA = Tokens.bearer("northwind", "maya", "employee");

    @TestHTTPResource("/notes")
    URI notes;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void showsEveryOrganisationsUnreadableEventsAndLetsThemBeReplayed() {
        // Given
        String marker = "unreadable " + UUID.randomUUID();
        Topics.publish(new ProducerRecord<>("touchstone.evidence", null, marker.getBytes()));

        // When
        String id = await().atMost(20, SECONDS).until(this::unreadableLetter, found -> found != null);

        // Then
        operator()
                .post(ready.resolve("/dead-letters") + "/{id}/replay", id)
                .then()
                .statusCode(409);
        operator()
                .post(ready.resolve("/dead-letters") + "/{id}/replay", "nothing")
                .then()
                .statusCode(404);
    }

    @Test
    void showsNobodyElseWhatIsTheOperators() {
        // When / Then
        given().get(ready.resolve("/dead-letters")).then().statusCode(401).contentType("application/problem+json");
        given().header("Authorization", "Bearer " + MAYA)
                .post(ready.resolve("/dead-letters") + "/{id}/replay", "x")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        operator()
                .queryParam("limit", "many")
                .get(ready.resolve("/dead-letters"))
                .then()
                .statusCode(400);
    }

    @Test
    void countsWhatAnOperatorWatches() {
        // Given
        showsEveryOrganisationsUnreadableEventsAndLetsThemBeReplayed();

        // When
        String scraped = given().get(metrics).then().statusCode(200).extract().asString();

        // Then
        assertThat(scraped)
                .contains("touchstone_outbox_age_seconds")
                .contains("touchstone_events_dead_letters_total{code=\"UNREADABLE_EVENT\"")
                .contains("kafka_consumer_fetch_manager_records_lag");
    }

    @Test
    void isReadyWithItsDatabase() {
        // When / Then
        given().get(ready).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void refusesWhatItDoesNotKnowAsProblems() {
        // When / Then
        given().get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:not-found"));
        given().delete("/notes").then().statusCode(405).contentType("application/problem+json");
        given().contentType("text/plain")
                .body("x")
                .post("/notes")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().contentType("application/json")
                .body("x".repeat(1_100_000))
                .post("/notes")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void takesNoMoreOfABodyThatAnnouncesNoLength() throws Exception {
        // Given
        HttpRequest request = HttpRequest.newBuilder(notes)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + MAYA)
                .header("Idempotency-Key", "chunked")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(("\"" + "x".repeat(1_100_000) + "\"").getBytes())))
                .build();

        // When
        int status = statusOrEnd(request);

        // Then
        assertThat(status).isIn(413, END);
        assertThat(given().auth().oauth2(MAYA).get("/notes").asString()).doesNotContain("xxxxx");
    }

    /** A client that still writes when the answer comes may see the end of the connection in its place. */
    private static int statusOrEnd(HttpRequest request) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException end) {
            return END;
        }
    }

    @ParameterizedTest
    @CsvSource({"limit,abc", "limit,99999999999", "short,perhaps", "id,7"})
    void namesTheParameterThatCannotBeRead(String name, String value) {
        // When
        var answer = given().auth()
                .oauth2(MAYA)
                .queryParam(name, value)
                .get("/notes")
                .then();

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:touchstone:problem:invalid-request"))
                .body("errors.pointer", equalTo(List.of(name)));
    }

    @Test
    void refusesAValueThatTheDatabaseRefusesWithoutItsWords() {
        // When
        var answer = given().auth()
                .oauth2(MAYA)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("text", "x".repeat(5000)))
                .post("/notes")
                .then();

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("A value of the request cannot be kept."));
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer for tests only");
    }

    private String unreadableLetter() {
        return operator()
                .get(ready.resolve("/dead-letters"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.tenant == null }?.id");
    }
}
