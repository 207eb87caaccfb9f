package dev.touchstone.chassis.postgres;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.touchstone.testkit.Topics;
import dev.touchstone.testkit.TouchstoneStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What an operator sees on the management port, and what a caller gets who asks for nonsense. */
@QuarkusTest
@WithTestResource(
        value = TouchstoneStack.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = {
            @ResourceArg(name = "stores", value = "postgres"),
            @ResourceArg(name = "database", value = "chassis")
        })
class OperationsIT {

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
        given().post(ready.resolve("/dead-letters") + "/{id}/replay", id).then().statusCode(409);
        given().post(ready.resolve("/dead-letters") + "/{id}/replay", "nothing")
                .then()
                .statusCode(404);
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

    private String unreadableLetter() {
        return given().get(ready.resolve("/dead-letters"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.tenant == null }?.id");
    }
}
