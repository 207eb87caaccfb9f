package dev.touchstone.intake.adapter.kafka;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assessors read what they have claimed, as long as they hold it, in whatever order they are told of it. */
@IntakeIT
class AssessmentsIT {

    private static final String TOPIC = "touchstone.assessments";

    private final Organisation organisation = new Organisation();
    private final UUID caseId = UUID.randomUUID();
    private String ada;
    private String ben;
    private String evidence;

    @BeforeEach
    void handIn() {
        ada = organisation.hire("7", "ada");
        ben = organisation.hire("8", "ben");
        evidence = organisation
                .as("ada", "employee")
                .contentType("application/json")
                .header("Idempotency-Key", "k")
                .body(JsonText.bytes("{'kind':'reflection','title':'t','text':'x','occurredAt':'2026-11-01'}"))
                .post("/intake/v1/evidence")
                .path("evidenceId");
    }

    @Test
    void aLiveClaimOpensTheEvidenceUntilItIsReleased() {
        // When
        Topics.publish(TOPIC, claimed(1, Instant.now().plusSeconds(600)));

        // Then
        awaitStatus(200);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + evidence + "/access-log")
                .then()
                .body("items[0].personId", equalTo(ben))
                .body("items[0].ground", equalTo("assessor"))
                .body("items[0].caseId", equalTo(caseId.toString()));

        // When
        Topics.publish(TOPIC, released(2));

        // Then
        awaitStatus(403);
    }

    @Test
    void aModeratorWhoHasTheCaseReadsItToo() {
        // When
        Topics.publish(TOPIC, claimed(5, Instant.now().plusSeconds(600)));

        // Then
        awaitStatus(200);
        organisation
                .as("ben", "moderator")
                .get("/intake/v1/evidence/" + evidence)
                .then()
                .statusCode(200);
        organisation
                .as("eve", "moderator")
                .get("/intake/v1/evidence/" + evidence)
                .then()
                .statusCode(403);
    }

    @Test
    void aLateClaimDoesNotUndoItsRelease() {
        // When
        Topics.publish(TOPIC, released(2));
        Topics.publish(TOPIC, claimed(1, Instant.now().plusSeconds(600)));
        String other = claimAnotherCase();

        // Then
        awaitRead(other);
        organisation
                .as("ben", "assessor")
                .get("/intake/v1/evidence/" + evidence)
                .then()
                .statusCode(403);
    }

    @Test
    void aRepeatedClaimChangesNothing() {
        // Given
        Event claim = claimed(1, Instant.now().plusSeconds(600));
        Topics.publish(TOPIC, claim);
        awaitStatus(200);
        Topics.publish(TOPIC, released(2));
        awaitStatus(403);

        // When
        Topics.publish(TOPIC, claim);
        String other = claimAnotherCase();

        // Then
        awaitRead(other);
        organisation
                .as("ben", "assessor")
                .get("/intake/v1/evidence/" + evidence)
                .then()
                .statusCode(403);
    }

    @Test
    void aNewClaimAfterAReleaseOpensItAgain() {
        // When
        Topics.publish(TOPIC, claimed(3, Instant.now().plusSeconds(600)));
        Topics.publish(TOPIC, released(2));

        // Then
        awaitStatus(200);
    }

    @Test
    void aClaimThatHasRunOutOpensNothing() {
        // When
        Topics.publish(TOPIC, claimed(1, Instant.now().minusSeconds(1)));
        String other = claimAnotherCase();

        // Then
        awaitRead(other);
        organisation
                .as("ben", "assessor")
                .get("/intake/v1/evidence/" + evidence)
                .then()
                .statusCode(403);
    }

    /** Told before the merge, and taken in after it. */
    @Test
    void aClaimOfPeopleWhoWereMergedIsTheSurvivors() {
        // Given
        String carl = organisation.hire("9", "carl");
        String eve = organisation.hire("10", "eve");
        merge(ada, carl);
        merge(ben, eve);

        // When
        Topics.publish(TOPIC, claimed(1, Instant.now().plusSeconds(600)));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> organisation
                        .as("eve", "assessor")
                        .get("/intake/v1/evidence/" + evidence)
                        .then()
                        .statusCode(200));
    }

    private void merge(String from, String into) {
        organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'into':'" + into + "'}"))
                .post("/intake/v1/people/" + from + "/merge")
                .then()
                .statusCode(200);
    }

    private void awaitStatus(int status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> organisation
                        .as("ben", "assessor")
                        .get("/intake/v1/evidence/" + evidence)
                        .then()
                        .statusCode(status));
    }

    private void awaitRead(String id) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> organisation
                        .as("ben", "assessor")
                        .get("/intake/v1/evidence/" + id)
                        .then()
                        .statusCode(200));
    }

    /** Behind everything sent so far: once it is open, that has been taken in. */
    private String claimAnotherCase() {
        String other = organisation
                .as("ada", "employee")
                .contentType("application/json")
                .header("Idempotency-Key", "other")
                .body(JsonText.bytes("{'kind':'reflection','title':'t','text':'x','occurredAt':'2026-11-01'}"))
                .post("/intake/v1/evidence")
                .path("evidenceId");
        Event claim = claimed(1, Instant.now().plusSeconds(600));
        ObjectNode data = claim.data().deepCopy();
        data.put("caseId", UUID.randomUUID().toString());
        data.putArray("evidenceIds").add(other);
        Topics.publish(TOPIC, event(claim.type(), data));
        return other;
    }

    private Event claimed(long sequence, Instant until) {
        ObjectNode data = data(sequence);
        data.putArray("evidenceIds").add(evidence);
        data.put("claimedAt", Instant.now().toString());
        data.put("until", until.toString());
        return event("dev.touchstone.assessment.claimed.v1", data);
    }

    private Event released(long sequence) {
        ObjectNode data = data(sequence);
        data.put("releasedAt", Instant.now().toString());
        return event("dev.touchstone.assessment.released.v1", data);
    }

    private ObjectNode data(long sequence) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("caseId", caseId.toString());
        data.put("personId", ada);
        data.put("assessorId", ben);
        data.put("sequence", sequence);
        return data;
    }

    private Event event(String type, ObjectNode data) {
        EventSchemas.assertValid(type, data);
        UUID id = Uuid7.next();
        return new Event(
                id,
                type,
                "/services/assessment",
                ada,
                Instant.now(),
                organisation.tenant(),
                id,
                null,
                null,
                organisation.tenant() + ":" + ada,
                data);
    }
}
