package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static dev.touchstone.intake.support.Organisation.PEOPLE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IdentityProvider;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IntakeIT
class MergeIT {

    private final Organisation organisation = new Organisation();

    @Test
    void movesWhatSomebodyIsKnownByAndTheirEvidence() {
        // Given
        String ada = organisation.hire("7", "ada");
        String ben = organisation.hire("8", "ben");
        String led =
                organisation.change("{'login':'led','manager':{'login':'ben'}}").path("results[0].personId");
        Sender lms = Sender.lms(organisation);
        completed(lms, "ben", "urn:before");
        String evidence = organisation
                .await(EVIDENCE, event -> event.subject().equals(ben))
                .data()
                .path("evidenceId")
                .asText();

        // When
        merge(organisation.admin(), ben, ada)
                .then()
                .statusCode(200)
                .body("personId", equalTo(ada))
                .body("employeeNumber", equalTo("7"))
                .body("identities.value", hasItems("7", "8", "ben@example.org", "ada"));
        merge(organisation.admin(), ben, ada).then().statusCode(200);

        // Then
        completed(lms, "ben", "urn:after");
        Event after = organisation.await(
                EVIDENCE,
                event -> event.data().path("activity").path("id").asText().equals("urn:after"));
        assertThat(after.subject()).isEqualTo(ada);
        organisation
                .as("ada", "employee")
                .get("/intake/v1/evidence/" + evidence)
                .then()
                .statusCode(200)
                .body("evidence.personId", equalTo(ada));
        organisation
                .admin()
                .get("/intake/v1/people/" + ben)
                .then()
                .statusCode(200)
                .body("mergedInto", equalTo(ada))
                .body("active", equalTo(false))
                .body("login", nullValue());
        organisation.admin().get("/intake/v1/people").then().body("items.login", contains("ada", "led"));
        organisation.as("ben", "employee").get("/intake/v1/people/me").then().statusCode(404);
        organisation.admin().get("/intake/v1/people/" + led).then().body("managerId", equalTo(ada));
        assertThat(organisation.all(PEOPLE))
                .filteredOn(event -> event.subject().equals(ben))
                .extracting(
                        Event::type,
                        event -> event.data().path("version").asInt(),
                        event -> event.data().path("mergedInto").asText(),
                        Event::key)
                .containsExactly(
                        tuple("dev.touchstone.person.changed.v1", 1, "", organisation.tenant() + ":" + ben),
                        tuple("dev.touchstone.person.changed.v1", 2, "", organisation.tenant() + ":" + ben),
                        tuple("dev.touchstone.person.merged.v1", 3, ada, organisation.tenant() + ":" + ben));
    }

    @Test
    void evidenceThatMeantBothGoesOn() {
        // Given
        String ada = organisation.hire("7", "ada");
        String ben = organisation.hire("8", "ben");
        Sender tool = Sender.webhook(organisation, "work-tool", """
                {"evidence": {"person": {"email": mail, "employeeNumber": number}, "kind": "work-event",
                  "action": "merged", "activity": {"id": "urn:x"}, "occurredAt": "2026-11-20"}}""");
        tool.hook("{'mail':'ada@example.org','number':'8'}").then().statusCode(202);
        organisation.admin().get("/intake/v1/parked").then().body("items.reason", contains("person-ambiguous"));

        // When
        merge(organisation.admin(), ben, ada).then().statusCode(200);

        // Then
        assertThat(organisation.await(EVIDENCE, event -> true).subject()).isEqualTo(ada);
    }

    @Test
    void whoWasMergedBeforeIsLedOnToWhoIsLeft() {
        // Given
        String first = organisation.hire("7", "ada");
        String second = organisation.hire("8", "ben");
        String third = organisation.hire("9", "cem");
        merge(organisation.admin(), first, second).then().statusCode(200);

        // When
        merge(organisation.admin(), second, third).then().statusCode(200);

        // Then
        organisation.admin().get("/intake/v1/people/" + first).then().body("mergedInto", equalTo(third));
        Event again = organisation.await(
                PEOPLE,
                event -> event.subject().equals(first)
                        && event.data().path("mergedInto").asText().equals(third));
        assertThat(again.data().path("version").asInt()).isEqualTo(4);
        merge(organisation.admin(), first, second).then().statusCode(409);
        merge(organisation.admin(), third, first).then().statusCode(409);
    }

    @Test
    void aDirectoryGoesOnWithItsUserAfterTheirPersonWasMerged() {
        // Given
        IdentityProvider directory = IdentityProvider.of(organisation);
        String known = organisation.hire("7", "ada");
        String user = directory.created("ada@corp.example", "");
        String other = organisation
                .admin()
                .get("/intake/v1/people")
                .path("items.find { it.displayName == 'ada@corp.example' }.personId");
        merge(organisation.admin(), other, known).then().statusCode(200);

        // When
        directory
                .patch("/Users/" + user, "{'op':'replace','path':'active','value':'False'}")
                .then()
                .statusCode(200);

        // Then
        organisation.admin().get("/intake/v1/people").then().body("items.personId", contains(known));
        organisation.admin().get("/intake/v1/people/" + known).then().body("active", equalTo(false));
    }

    @Test
    void isForAdministratorsOfTheOrganisation() {
        String ada = organisation.hire("7", "ada");
        String ben = organisation.hire("8", "ben");
        Organisation other = new Organisation();

        merge(given(), ben, ada).then().statusCode(401);
        merge(organisation.as("mia", "manager"), ben, ada).then().statusCode(403);
        merge(other.admin(), ben, ada).then().statusCode(404);
        merge(organisation.admin(), ben, other.hire("7", "eve")).then().statusCode(404);
        merge(organisation.admin(), ben, UUID.randomUUID().toString()).then().statusCode(404);
        merge(organisation.admin(), "not-an-id", ada).then().statusCode(404);
        merge(organisation.admin(), ben, ben).then().statusCode(400).body("errors.pointer", contains("/into"));
        organisation
                .admin()
                .contentType("application/json")
                .body("{}")
                .post("/intake/v1/people/" + ben + "/merge")
                .then()
                .statusCode(400);
    }

    @Test
    void contradictionsTellOfIt() {
        organisation.hire("7", "ada");
        organisation.hire("8", "ben");

        organisation
                .change("{'employeeNumber':'8','login':'ada'}")
                .then()
                .body("results.outcome", contains("ambiguous"))
                .body("results[0].detail", containsString("/merge"));
    }

    private static void completed(Sender lms, String who, String activity) {
        lms.statements("{'actor':{'mbox':'mailto:" + who + "@example.org'},'verb':{'id':"
                        + "'http://adlnet.gov/expapi/verbs/completed'},'object':{'id':'" + activity
                        + "'},'timestamp':'2026-11-20T10:00:00Z'}")
                .then()
                .statusCode(200);
    }

    private static Response merge(RequestSpecification as, String merged, String survivor) {
        return as.contentType("application/json")
                .body(JsonText.bytes("{'into':'" + survivor + "'}"))
                .post("/intake/v1/people/" + merged + "/merge");
    }
}
