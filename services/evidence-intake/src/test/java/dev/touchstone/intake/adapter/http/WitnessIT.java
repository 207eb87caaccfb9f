package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntakeIT
class WitnessIT {

    private static final String STATEMENT =
            "{'text':'I stood beside her.','knewFrom':'1995-01-01','relation':'foreman','confirms':%s}";

    @Inject
    UnitOfWork unitOfWork;

    private final Organisation organisation = new Organisation();
    private String ada;
    private String ben;
    private String evidence;

    @BeforeEach
    void adaHandsSomethingIn() {
        ada = organisation.hire("7", "ada");
        ben = organisation.hire("8", "ben");
        evidence = organisation
                .as("ada", "employee")
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body(
                        JsonText.bytes(
                                "{'kind':'reflection','title':'Moving the press','text':'It began with a crane.',"
                                        + "'occurredAt':'1998-05-01','basis':'prior-learning','claim':{'achievementId':'crane-operation'}}"))
                .post("/intake/v1/evidence")
                .path("evidenceId");
    }

    @Test
    void whoTurnsOutToBeSomebodyElseIsStillAsked() {
        // Given
        String carl = organisation.hire("9", "carl");
        ask("ada", evidence, ben).then().statusCode(201);
        ask("ada", evidence, carl).then().statusCode(201);

        // When
        merge(ben, carl).then().statusCode(200);

        // Then
        String request = organisation
                .as("carl", "employee")
                .get("/intake/v1/witness-requests")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].requestId");
        give("carl", request, STATEMENT.formatted(true)).then().statusCode(201);
    }

    @Test
    void whatSomebodySaidIsTheSurvivorsAndOpensToNobodyWhoGetsTheLogin() {
        // Given
        String carl = organisation.hire("9", "carl");
        String statement = stated();

        // When
        merge(ben, carl).then().statusCode(200);

        // Then
        organisation.hire("10", "ben");
        read("carl", statement).then().statusCode(200).body("evidence.provenance.submittedBy", equalTo(carl));
        read("ben", statement).then().statusCode(403);
    }

    @Test
    void nobodyAttestsAboutThemselvesOnceTheyAreOne() {
        // Given
        String statement = stated();

        // When
        merge(ben, ada).then().statusCode(200);

        // Then
        read("ada", statement)
                .then()
                .statusCode(200)
                .body("evidence.trust", equalTo("declared"))
                .body("evidence.provenance.submittedBy", equalTo(ada));
    }

    private String stated() {
        String request = ask("ada", evidence, ben).path("requestId");
        return give("ben", request, STATEMENT.formatted(true)).path("evidenceId");
    }

    private Response read(String login, String id) {
        return organisation.as(login, "employee").get("/intake/v1/evidence/" + id);
    }

    @Test
    void whoTurnsOutToBeTheSamePersonIsAskedNoLonger() {
        // Given
        ask("ada", evidence, ben).then().statusCode(201);

        // When
        merge(ben, ada).then().statusCode(200);

        // Then
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + evidence + "/witness-requests")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void whoIsAskedBearsItOutOnce() {
        // Given
        String request = ask("ada", evidence, ben)
                .then()
                .statusCode(201)
                .body("state", equalTo("open"))
                .extract()
                .path("requestId");
        ask("ada", evidence, ben).then().statusCode(201).body("requestId", equalTo(request));
        organisation
                .as("ben", "employee")
                .get("/intake/v1/witness-requests")
                .then()
                .body("items.requestId", contains(request))
                .body("items.title", contains("Moving the press"))
                .body("items.question", contains("Were you there?"))
                .body("items.requesterId", contains(ada));
        organisation
                .as("ben", "employee")
                .get("/intake/v1/evidence/" + evidence)
                .then()
                .statusCode(403);

        // When
        Response given = give("ben", request, STATEMENT.formatted(true));

        // Then
        String statement = given.then().statusCode(201).extract().path("evidenceId");
        Event event = organisation.await(
                EVIDENCE, found -> found.data().path("kind").asText().equals("testimony"));
        assertThat(event.subject()).isEqualTo(ada);
        assertThat(event.data().path("evidenceId").asText()).isEqualTo(statement);
        assertThat(event.data().path("trust").asText()).isEqualTo("attested");
        assertThat(event.data().at("/provenance/submittedBy").asText()).isEqualTo(ben);
        assertThat(event.data().at("/claim/achievementId").asText()).isEqualTo("crane-operation");
        assertThat(event.data().toString()).doesNotContain("beside").doesNotContain("foreman");
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + statement)
                .then()
                .body("content.text", equalTo("I stood beside her."))
                .body("testimony.relation", equalTo("foreman"))
                .body("testimony.knewFrom", equalTo("1995-01-01"))
                .body("testimony.confirms", equalTo(true))
                .body("testimony.evidenceId", equalTo(evidence));
        give("ben", request, STATEMENT.formatted(false)).then().statusCode(409);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + evidence + "/witness-requests")
                .then()
                .body("items.state", contains("given"))
                .body("items.statementId", contains(statement));
        organisation
                .as("ben", "employee")
                .get("/intake/v1/witness-requests")
                .then()
                .body("items", hasSize(0));
        organisation
                .as("ben", "employee")
                .post("/intake/v1/evidence/" + statement + "/withdraw")
                .then()
                .statusCode(200);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + statement)
                .then()
                .body("testimony.relation", nullValue());
    }

    @Test
    void onlyWhoIsAskedAnswers() {
        // Given
        organisation.hire("9", "cleo");
        String request = ask("ada", evidence, ben).path("requestId");

        // Then
        give("cleo", request, STATEMENT.formatted(true)).then().statusCode(404);
        give("ada", request, STATEMENT.formatted(true)).then().statusCode(404);
        decline("cleo", request).then().statusCode(404);
        new Organisation()
                .as("ben", "employee")
                .contentType("application/json")
                .body(JsonText.bytes(STATEMENT.formatted(true)))
                .post("/intake/v1/witness-requests/" + request + "/statement")
                .then()
                .statusCode(404);
        give("ben", request, "{'text':'x','knewFrom':'1995-13-01','relation':'y','confirms':true}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/knewFrom"));
        give("ben", request, "{}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/text", "/knewFrom", "/relation", "/confirms"));
        decline("ben", request).then().statusCode(200).body("state", equalTo("declined"));
        give("ben", request, STATEMENT.formatted(true)).then().statusCode(409);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + evidence + "/witness-requests")
                .then()
                .body("items.state", contains("declined"));
        ask("ada", evidence, ben).then().statusCode(201);
    }

    @Test
    void onlyThePersonItIsAboutAsksAndNobodyAsksThemselves() {
        // Given
        String elsewhere = new Organisation().hire("1", "zoe");

        // Then
        ask("ben", evidence, ada).then().statusCode(403);
        ask("ada", evidence, ada).then().statusCode(400).body("errors.pointer", contains("/personId"));
        ask("ada", evidence, elsewhere).then().statusCode(404);
        ask("ada", UUID.randomUUID().toString(), ben).then().statusCode(404);
        organisation
                .as("ben", "employee")
                .get("/intake/v1/evidence/" + evidence + "/witness-requests")
                .then()
                .statusCode(403);
        new Organisation()
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + evidence + "/witness-requests")
                .then()
                .statusCode(404);
    }

    @Test
    void endsWithTimeAndWithTheEvidence() {
        // Given
        String late = ask("ada", evidence, ben).path("requestId");
        unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.createNativeQuery("update witness_request set expires_at = asked_at")
                                .executeUpdate())
                .await()
                .atMost(Duration.ofSeconds(10));

        // Then
        give("ben", late, STATEMENT.formatted(true)).then().statusCode(410);
        organisation
                .as("ben", "employee")
                .get("/intake/v1/witness-requests")
                .then()
                .body("items", hasSize(0));
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + evidence + "/witness-requests")
                .then()
                .body("items.state", contains("expired"));
        String second =
                ask("ada", evidence, ben).then().statusCode(201).extract().path("requestId");
        assertThat(second).isNotEqualTo(late);
        organisation
                .as("ada", "employee")
                .post("/intake/v1/evidence/" + evidence + "/withdraw")
                .then()
                .statusCode(200);
        give("ben", second, STATEMENT.formatted(true)).then().statusCode(410);
        ask("ada", evidence, ben).then().statusCode(409);
    }

    private Response ask(String login, String evidenceId, String witness) {
        return organisation
                .as(login, "employee")
                .contentType("application/json")
                .body(JsonText.bytes("{'personId':'" + witness + "','question':'Were you there?'}"))
                .post("/intake/v1/evidence/" + evidenceId + "/witness-requests");
    }

    private Response give(String login, String request, String statement) {
        return organisation
                .as(login, "employee")
                .contentType("application/json")
                .body(JsonText.bytes(statement))
                .post("/intake/v1/witness-requests/" + request + "/statement");
    }

    private Response decline(String login, String request) {
        return organisation.as(login, "employee").post("/intake/v1/witness-requests/" + request + "/decline");
    }

    private Response merge(String from, String into) {
        return organisation
                .as("ines", "integration-admin")
                .contentType("application/json")
                .body(JsonText.bytes("{'into':'" + into + "'}"))
                .post("/intake/v1/people/" + from + "/merge");
    }
}
