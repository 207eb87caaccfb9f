package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Lms.about;
import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.adapter.kafka.EvidenceRetracted;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Evidence that is taken back: by people, and by the systems that reported it. */
@IntakeIT
class RetractionIT {

    private static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

    private final Organisation organisation = new Organisation();

    @Test
    void whoHandedItInTakesItBackAndItsContentGoes() {
        // Given
        String ada = organisation.hire("7", "ada");
        organisation.hire("8", "ben");
        String digest = organisation
                .as("ada", "employee")
                .contentType("text/plain")
                .body("proof".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/intake/v1/evidence/files")
                .path("digest");
        String id = submit(
                "ada",
                "{'kind':'artefact','title':'Proof','text':'See it.','occurredAt':'2020-01-01','files':['" + digest
                        + "']}");
        withdraw("ben", id, "").then().statusCode(403);

        // When
        Response withdrawn = withdraw("ada", id, "{'reason':'It names a customer.'}");

        // Then
        withdrawn.then().statusCode(200).body("state", equalTo("withdrawn"));
        withdraw("ada", id, "").then().statusCode(200).body("state", equalTo("withdrawn"));
        Event event = organisation.await(EVIDENCE, found -> found.type().equals(EvidenceRetracted.TYPE));
        assertThat(event.key()).isEqualTo(organisation.tenant() + ":" + ada);
        assertThat(event.data().path("evidenceId").asText()).isEqualTo(id);
        assertThat(event.data().path("reason").asText()).isEqualTo("withdrawn");
        assertThat(event.data().path("retractedBy").asText()).isEqualTo(ada);
        assertThat(event.data().toString()).doesNotContain("customer");
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .body("content", nullValue());
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id + "/files/" + digest)
                .then()
                .statusCode(404);
        organisation.as("ada", "employee").get("/intake/v1/evidence").then().body("items.state", contains("withdrawn"));
        assertThat(retractions(ada)).hasSize(1);
    }

    @Test
    void onlyWhatIsTheirsAndThere() {
        // Given
        String ada = organisation.hire("7", "ada");
        organisation.hire("8", "ben");
        String testimony = submit(
                "ben",
                "{'kind':'testimony','title':'Seen it','text':'She did.','occurredAt':'2026-11-01','personId':'" + ada
                        + "'}");

        // Then
        withdraw("ada", testimony, "").then().statusCode(403);
        withdraw("ben", testimony, "{'why':1}").then().statusCode(400).body("errors.pointer", contains("/why"));
        withdraw("ben", UUID.randomUUID().toString(), "").then().statusCode(404);
        new Organisation()
                .as("ben", "employee")
                .post("/intake/v1/evidence/" + testimony + "/withdraw")
                .then()
                .statusCode(404);
        withdraw("ben", testimony, "").then().statusCode(200);
    }

    @Test
    void whatWaitsForItsPersonIsWithdrawnSilently() {
        // Given
        String id = submit("ada", "{'kind':'reflection','title':'x','text':'y','occurredAt':'2020-01-01'}");

        // When
        withdraw("ada", id, "").then().statusCode(200).body("state", equalTo("withdrawn"));

        // Then
        String ada = organisation.hire("7", "ada");
        organisation.admin().get("/intake/v1/parked").then().body("items", hasSize(0));
        submit("ada", "{'kind':'reflection','title':'x','text':'z','occurredAt':'2020-01-01'}");
        List<Event> told =
                organisation.allUpTo(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(told).hasSize(1);
        assertThat(told.get(0).data().path("evidenceId").asText()).isNotEqualTo(id);
    }

    @Test
    void statementThatIsVoidedLeavesNoEvidence() {
        // Given
        String ada = organisation.hire("7", "ada");
        Lms lms = Lms.of(organisation);
        String statement = UUID.randomUUID().toString();
        lms.stored(completion(statement, "1"));
        String id = organisation
                .await(EVIDENCE, found -> found.subject().equals(ada))
                .data()
                .path("evidenceId")
                .asText();

        // When
        lms.stored(about(statement, "ines", VOIDED, ""));

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.type().equals(EvidenceRetracted.TYPE));
        assertThat(event.data().path("evidenceId").asText()).isEqualTo(id);
        assertThat(event.data().path("reason").asText()).isEqualTo("voided");
        assertThat(event.data().has("retractedBy")).isFalse();
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + id)
                .then()
                .body("state", equalTo("voided"));
        lms.stored(about(statement, "ines", VOIDED, ""));
        lms.stored(completion(UUID.randomUUID().toString(), "2"));
        organisation.await(
                EVIDENCE, found -> found.data().at("/activity/id").asText().endsWith("/2"));
        assertThat(retractions(ada)).hasSize(1);
    }

    @Test
    void voidingMayComeFirst() {
        // Given
        String ada = organisation.hire("7", "ada");
        Lms lms = Lms.of(organisation);
        String statement = UUID.randomUUID().toString();
        lms.stored(about(statement, "ines", VOIDED, ""));

        // When
        lms.stored(completion(statement, "1"));

        // Then
        lms.stored(completion(UUID.randomUUID().toString(), "2"));
        List<Event> told =
                organisation.allUpTo(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(told)
                .extracting(event -> event.data().at("/activity/id").asText())
                .containsExactly("http://lms.example/course/2");
    }

    private static String completion(String id, String course) {
        return "{'id':'" + id
                + "','actor':{'mbox':'mailto:ada@example.org'},'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},"
                + "'object':{'id':'http://lms.example/course/" + course + "'},'result':{'completion':true}}";
    }

    private List<Event> retractions(String person) {
        return organisation.all(EVIDENCE).stream()
                .filter(event -> event.type().equals(EvidenceRetracted.TYPE)
                        && event.subject().equals(person))
                .toList();
    }

    private String submit(String login, String body) {
        return organisation
                .as(login, "employee")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(JsonText.bytes(body))
                .post("/intake/v1/evidence")
                .then()
                .statusCode(202)
                .extract()
                .path("evidenceId");
    }

    private Response withdraw(String login, String id, String body) {
        var request = organisation.as(login, "employee");
        return (body.isEmpty()
                        ? request
                        : request.contentType("application/json").body(JsonText.bytes(body)))
                .post("/intake/v1/evidence/" + id + "/withdraw");
    }
}
