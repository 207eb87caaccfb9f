package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IntakeIT
class EvidenceIT {

    private static final String REFLECTION = """
            {'kind':'reflection','title':'How I led the move','text':'It began with a crane.',
             'occurredAt':'1998-05-01','basis':'prior-learning','claim':{'achievementId':'crane-operation'},
             'tags':['rigging']}""";

    private final Organisation organisation = new Organisation();

    @Test
    void whatAPersonHandsInIsToldWithoutItsContent() {
        // Given
        String ada = organisation.hire("7", "ada");

        // When
        String id = submit("ada", "key-1", REFLECTION)
                .then()
                .statusCode(202)
                .header("Location", startsWith("/intake/v1/evidence/"))
                .body("state", equalTo("submitted"))
                .extract()
                .path("evidenceId");

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("evidenceId").asText()).isEqualTo(id);
        assertThat(event.data().path("kind").asText()).isEqualTo("reflection");
        assertThat(event.data().path("action").asText()).isEqualTo("claimed");
        assertThat(event.data().path("occurredAt").asText()).isEqualTo("1998-05-01T00:00:00Z");
        assertThat(event.data().path("basis").asText()).isEqualTo("prior-learning");
        assertThat(event.data().path("claim").path("achievementId").asText()).isEqualTo("crane-operation");
        assertThat(event.data().path("trust").asText()).isEqualTo("declared");
        assertThat(event.data().path("provenance").path("submittedBy").asText()).isEqualTo(ada);
        assertThat(event.data().toString()).doesNotContain("crane.").doesNotContain("the move");
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id)
                .then()
                .statusCode(200)
                .body("content.text", equalTo("It began with a crane."))
                .body("evidence.evidenceId", equalTo(id));
    }

    @Test
    void sameKeyIsAnsweredTheSameAndAnotherBodyRefused() {
        // Given
        organisation.hire("7", "ada");
        String first = submit("ada", "key-1", REFLECTION).path("evidenceId");

        // Then
        submit("ada", "key-1", REFLECTION).then().statusCode(202).body("evidenceId", equalTo(first));
        submit("ada", "key-1", REFLECTION.replace("crane.", "hoist."))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:touchstone:problem:key-reused"));
        submit("ada", null, REFLECTION).then().statusCode(400).body("errors.pointer", contains("Idempotency-Key"));
        organisation.as("ada", "employee").get("/intake/v1/evidence").then().body("items", hasSize(1));
    }

    @Test
    void everyMistakeHasItsPlace() {
        submit("ada", "k", "{'kind':'course-completion','title':'x','occurredAt':'2020-01-01','colour':1}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", containsInAnyOrder("/kind", "/colour"));
        submit("ada", "k", "{'kind':'artefact','title':'x','occurredAt':'tomorrow','link':'http://insecure.example'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/occurredAt", "/link"));
        submit("ada", "k", "{'kind':'artefact','title':'x','occurredAt':'2999-01-01'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/occurredAt", "/text"));
        submit("ada", "k", "{'kind':'artefact','title':'\\u0000','text':'x','occurredAt':'2020-01-01'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/title"));
        submit("ada", "k", "{").then().statusCode(400);
        submit(
                        "ada",
                        "k",
                        "{'kind':'artefact','title':'x','occurredAt':'2020-01-01','text':'" + "x".repeat(20_001) + "'}")
                .then()
                .statusCode(400);
        submit("ada", "k", " ".repeat(1_100_000)).then().statusCode(413);
    }

    @Test
    void testimonyAboutSomebodyElseIsAttested() {
        // Given
        String ada = organisation.hire("7", "ada");
        String ben = organisation.hire("8", "ben");
        String testimony =
                "{'kind':'testimony','title':'Seen it','text':'She did.','occurredAt':'2026-11-01','personId':'%s'}";

        // When
        String id = submit("ben", "k", testimony.formatted(ada))
                .then()
                .statusCode(202)
                .extract()
                .path("evidenceId");

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("trust").asText()).isEqualTo("attested");
        assertThat(event.data().path("provenance").path("submittedBy").asText()).isEqualTo(ben);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id)
                .then()
                .statusCode(200);
        organisation
                .as("ben", "employee")
                .get("/intake/v1/evidence/" + id)
                .then()
                .statusCode(200);
        submit("ada", "k", testimony.formatted(ada))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/personId"));
        submit("ada", "k", testimony.formatted(UUID.randomUUID())).then().statusCode(404);
        String elsewhere = new Organisation().hire("1", "zoe");
        submit("ada", "k", testimony.formatted(elsewhere)).then().statusCode(404);
    }

    @Test
    void nobodyTestifiesForThemselvesWhileTheirLoginIsUnknown() {
        // Given
        String ada = organisation
                .change("{'employeeNumber':'7','displayName':'Ada'}")
                .then()
                .extract()
                .path("results[0].personId");
        String testimony =
                "{'kind':'testimony','title':'Seen it','text':'I did.','occurredAt':'2026-11-01','personId':'%s'}"
                        .formatted(ada);

        // When
        Response refused = submit("ada", "k", testimony);

        // Then
        refused.then().statusCode(403).contentType("application/problem+json");
        organisation.hire("7", "ada");
        submit("ada", "k", testimony).then().statusCode(400).body("errors.pointer", contains("/personId"));
    }

    @Test
    void whoIsNotKnownYetWaitsAndSeesTheirOwn() {
        // Given
        String id = submit("ada", "k", REFLECTION)
                .then()
                .statusCode(202)
                .body("state", equalTo("parked"))
                .extract()
                .path("evidenceId");
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id)
                .then()
                .statusCode(200)
                .body("parkedReason", equalTo("person-unknown"));

        // When
        String ada = organisation.hire("7", "ada");

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("evidenceId").asText()).isEqualTo(id);
        assertThat(event.data().path("provenance").path("submittedBy").asText()).isEqualTo(ada);
    }

    @Test
    void nobodyElseReadsItAndThePersonSeesWhoDid() {
        // Given
        String ada = organisation.hire("7", "ada");
        organisation.hire("8", "ben");
        String id = submit("ada", "k", REFLECTION).path("evidenceId");

        // Then
        organisation
                .as("ben", "employee")
                .get("/intake/v1/evidence/" + id)
                .then()
                .statusCode(403);
        organisation
                .as("ben", "employee", "assessor")
                .get("/intake/v1/evidence/" + id)
                .then()
                .statusCode(403);
        organisation
                .as("mia", "manager")
                .get("/intake/v1/evidence/" + id)
                .then()
                .statusCode(403);
        organisation.admin().get("/intake/v1/evidence/" + id).then().statusCode(403);
        new Organisation()
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id)
                .then()
                .statusCode(404);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/nothing")
                .then()
                .statusCode(404);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id)
                .then()
                .statusCode(200);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id + "/access-log")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].personId", equalTo(ada))
                .body("items[0].ground", equalTo("subject"));
        organisation
                .as("ben", "employee")
                .get("/intake/v1/evidence/" + id + "/access-log")
                .then()
                .statusCode(403);
        new Organisation()
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id + "/access-log")
                .then()
                .statusCode(404);
    }

    @Test
    void ownListIsPaged() {
        // Given
        organisation.hire("7", "ada");
        List<String> submitted = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            submitted.add(0, submit("ada", "k" + number, REFLECTION).path("evidenceId"));
        }

        // When
        Response first = organisation.as("ada", "employee").get("/intake/v1/evidence?limit=2");
        Response second =
                organisation.as("ada", "employee").get("/intake/v1/evidence?limit=2&cursor=" + first.path("next"));

        // Then
        List<String> seen = new ArrayList<>(first.path("items.evidenceId"));
        seen.addAll(second.path("items.evidenceId"));
        assertThat(seen).isEqualTo(submitted);
        second.then().body("next", nullValue());
    }

    private Response submit(String login, String key, String body) {
        var request = organisation
                .as(login, "employee")
                .contentType("application/json")
                .body(JsonText.bytes(body));
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/intake/v1/evidence");
    }
}
