package dev.touchstone.chassis.postgres;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventCodec;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.notes.NoteOnEvidence;
import dev.touchstone.testkit.Tokens;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@ChassisIT
class InboundIT {

    private static final String STREAM = "touchstone.evidence";
    private static final String ADMIN = Tokens.bearer("northwind", "ines", "integration-admin");

    @Inject
    NoteOnEvidence handler;

    @Test
    void takesEffectOnceHoweverOftenTheEventComes() {
        // Given
        String name = "thrice " + UUID.randomUUID();
        Event event = evidence(name);
        String marker = "behind it " + UUID.randomUUID();

        // When
        Topics.publish(STREAM, event);
        Topics.publish(STREAM, event);
        Topics.publish(STREAM, event);
        Topics.publish(STREAM, evidence(marker, event.key()));

        // Then
        Topics.await("touchstone.people", found -> text(found).equals(marker));
        assertThat(notes()).filteredOn(name::equals).hasSize(1);
        assertThat(Topics.all("touchstone.people"))
                .filteredOn(found -> text(found).equals(name))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.causationId()).isEqualTo(event.id());
                    assertThat(found.correlationId()).isEqualTo(event.correlationId());
                    assertThat(found.traceparent()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
                });
    }

    @Test
    void triesAgainInANewTransactionUntilItSucceeds() {
        // Given
        String name = "third time lucky " + UUID.randomUUID();
        handler.failTimes(name, 2);

        // When
        Topics.publish(STREAM, evidence(name));

        // Then
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(notes()).contains(name));
        assertThat(handler.failuresLeft(name)).isZero();
    }

    @Test
    void keepsWhatCanNeverWorkAndReplaysItOnceItCan() {
        // Given
        String name = "refused " + UUID.randomUUID();
        handler.refuse(name);
        Event event = evidence(name);
        Topics.publish(STREAM, event);
        String id = await().atMost(15, SECONDS).until(() -> letterOf(event), found -> found != null);

        // When
        handler.mend(name);
        replay(id, ADMIN).statusCode(204);

        // Then
        assertThat(notes()).contains(name);
        assertThat(letterOf(event)).isNull();
    }

    @Test
    void keepsTheLetterWhenTheReplayFailsAgain() {
        // Given
        String name = "still refused " + UUID.randomUUID();
        handler.refuse(name);
        Event event = evidence(name);
        Topics.publish(STREAM, event);
        String id = await().atMost(15, SECONDS).until(() -> letterOf(event), found -> found != null);

        // When
        var answer = replay(id, ADMIN);

        // Then
        answer.statusCode(409).body("detail", org.hamcrest.Matchers.containsString("told to refuse"));
        assertThat(letterOf(event)).isEqualTo(id);
    }

    @Test
    void putsDataOfTheWrongShapeAsideAndGoesOn() {
        // Given
        Event broken =
                event("northwind:broken", JsonNodeFactory.instance.objectNode().put("evidenceId", "no uuid"));
        String next = "behind the broken one " + UUID.randomUUID();

        // When
        Topics.publish(STREAM, broken);
        Topics.publish(STREAM, evidence(next, broken.key()));

        // Then
        await().atMost(15, SECONDS).untilAsserted(() -> assertThat(notes()).contains(next));
        assertThat(letterOf(broken)).isNotNull();
    }

    @Test
    void putsDataThatTheDatabaseRefusesAsideAndGoesOn() {
        // Given
        Event refused = evidence("no database takes \0 " + UUID.randomUUID());
        String next = "behind the refused one " + UUID.randomUUID();

        // When
        Topics.publish(STREAM, refused);
        Topics.publish(STREAM, evidence(next, refused.key()));

        // Then
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(notes()).contains(next));
        assertThat(letter(refused, "code")).isEqualTo("DEFECT");
        assertThat(letter(refused, "detail")).contains("occurrence").doesNotContain("Exception", "byte sequence");
    }

    @Test
    void neverActsForEveryOrganisationAtTheWordOfAnEvent() {
        // Given
        Event event = evidence("for all " + UUID.randomUUID());
        ProducerRecord<String, byte[]> record = EventCodec.encode(STREAM, event);
        record.headers().remove(EventCodec.TENANT).add(EventCodec.TENANT, "*".getBytes(UTF_8));
        String next = "behind the one for all " + UUID.randomUUID();

        // When
        Topics.publish(record);
        Topics.publish(STREAM, evidence(next, event.key()));

        // Then
        await().atMost(15, SECONDS).untilAsserted(() -> assertThat(notes()).contains(next));
        assertThat(notes()).doesNotContain(event.data().path("name").asText());
    }

    @Test
    void showsNoOrganisationTheDeadLettersOfAnother() {
        // Given
        Event broken =
                event("northwind:broken", JsonNodeFactory.instance.objectNode().put("evidenceId", "no uuid"));
        Topics.publish(STREAM, broken);
        String id = await().atMost(15, SECONDS).until(() -> letterOf(broken), found -> found != null);
        String stranger = Tokens.bearer("contoso", "otto", "integration-admin");

        // When
        var answer = replay(id, stranger);

        // Then
        answer.statusCode(404);
        given().auth()
                .oauth2(stranger)
                .get("/ops/v1/dead-letters")
                .then()
                .statusCode(200)
                .body("items.findAll { it.id == '" + id + "' }.size()", equalTo(0));
    }

    @Test
    void pagesThroughTheDeadLetters() {
        // Given
        List<Event> broken = List.of(broken(), broken(), broken());
        broken.forEach(event -> Topics.publish(STREAM, event));
        broken.forEach(event -> await().atMost(15, SECONDS)
                .untilAsserted(() -> assertThat(letterOf(event)).isNotNull()));

        // When
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            var page = given().auth()
                    .oauth2(ADMIN)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor == null ? "" : cursor)
                    .get("/ops/v1/dead-letters")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items").size()).isLessThanOrEqualTo(2);
            found.addAll(page.getList("items.eventId", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        // Then
        assertThat(found)
                .doesNotHaveDuplicates()
                .containsAll(broken.stream().map(event -> event.id().toString()).toList());
    }

    private static Event broken() {
        return event("northwind:broken", JsonNodeFactory.instance.objectNode().put("evidenceId", "no uuid"));
    }

    @Test
    void letsOnlyIntegrationAdminsAtTheDeadLetters() {
        // When / Then
        given().get("/ops/v1/dead-letters").then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.bearer("northwind", "maya", "employee"))
                .get("/ops/v1/dead-letters")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().post("/ops/v1/dead-letters/x/replay").then().statusCode(401);
        replay("x", Tokens.bearer("northwind", "maya", "employee")).statusCode(403);
    }

    private static io.restassured.response.ValidatableResponse replay(String id, String token) {
        return given().auth()
                .oauth2(token)
                .post("/ops/v1/dead-letters/{id}/replay", id)
                .then();
    }

    private static String letterOf(Event event) {
        return letter(event, "id");
    }

    private static String letter(Event event, String field) {
        return given().auth()
                .oauth2(ADMIN)
                .queryParam("limit", 200)
                .get("/ops/v1/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.eventId == '" + event.id() + "' }?." + field);
    }

    private static List<String> notes() {
        return given().auth()
                .oauth2(Tokens.bearer("northwind", "maya", "employee"))
                .get("/notes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("", String.class);
    }

    private static Event evidence(String name) {
        return evidence(name, "northwind:" + UUID.randomUUID());
    }

    private static Event evidence(String name, String key) {
        return event(
                key,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("evidenceId", UUID.randomUUID().toString())
                        .put("name", name));
    }

    private static Event event(String key, com.fasterxml.jackson.databind.JsonNode data) {
        return new Event(
                Uuid7.next(),
                "dev.touchstone.evidence.submitted.v1",
                "/services/evidence-intake",
                key,
                Instant.now(),
                "northwind",
                Uuid7.next(),
                null,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                key,
                data);
    }

    private static String text(Event event) {
        return event.data().path("text").asText();
    }
}
