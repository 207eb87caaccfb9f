package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntakeIT
class EventIT {

    private static final String RECOGNITION = """
            {"evidence": {"person": {"email": data.to}, "kind": "work-event", "action": "recognised",
              "activity": {"id": source & "/" & id, "type": type}, "occurredAt": time}}""";

    private final Organisation organisation = new Organisation();
    private Sender platform;

    @BeforeEach
    void connect() {
        platform = Sender.events(organisation, RECOGNITION);
    }

    @Test
    void structured() {
        // Given
        String ada = organisation.hire("7", "ada");

        // When
        String delivery =
                platform.event(event("1")).then().statusCode(202).extract().path("deliveryId");
        platform.event(event("1"))
                .then()
                .statusCode(202)
                .header("Intake-Duplicate", "true")
                .body("deliveryId", equalTo(delivery));

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(XapiIT.activity(event)).isEqualTo("/praise/1");
        assertThat(event.data().path("provenance").path("channel").asText()).isEqualTo("cloudevents");
        assertThat(event.data().path("provenance").path("auth").asText()).isEqualTo("bearer");
    }

    @Test
    void binary() {
        // Given
        String ada = organisation.hire("7", "ada");

        // When
        platform.bearer()
                .header("ce-specversion", "1.0")
                .header("ce-id", "2")
                .header("ce-source", "/praise")
                .header("ce-type", "praise.given")
                .header("ce-time", "2026-11-20T10:00:00Z")
                .contentType("application/json")
                .body(JsonText.bytes("{'to':'ada@example.org'}"))
                .post("/intake/v1/events")
                .then()
                .statusCode(202);

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(XapiIT.activity(event)).isEqualTo("/praise/2");
    }

    @Test
    void eachEventOfABatchHasItsResult() {
        // Given
        organisation.hire("7", "ada");

        // When
        batch("[" + event("1") + "," + event("2").replace("'type':'praise.given',", "") + "," + event("1") + ",7,"
                        + event("3") + "]")
                .then()
                .statusCode(200)
                .body("results.status", contains(202, 400, 202, 400, 202))
                .body("results[0].deliveryId", notNullValue())
                .body("results[0].duplicate", nullValue())
                .body("results[1].id", equalTo("2"))
                .body("results[1].errors.pointer", contains("/1/type"))
                .body("results[2].duplicate", equalTo(true))
                .body("results[3].errors.pointer", contains("/3"));

        // Then
        assertThat(organisation.allUpTo(
                        EVIDENCE, found -> XapiIT.activity(found).equals("/praise/3")))
                .hasSize(2);
    }

    @Test
    void whatIsNoEventIsRefused() {
        platform.event("{'specversion':'0.3','id':'','source':'/a','type':'t'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/specversion", "/id"));
        platform.event("{").then().statusCode(400);
        batch("{}").then().statusCode(400);
        batch("[" + "1,".repeat(500) + "1]").then().statusCode(400);
        platform.bearer()
                .contentType("application/json")
                .body("{}")
                .post("/intake/v1/events")
                .then()
                .statusCode(415);
        platform.bearer()
                .contentType("application/cloudevents+avro")
                .body(JsonText.bytes("{}"))
                .post("/intake/v1/events")
                .then()
                .statusCode(415);
        platform.bearer()
                .contentType("application/cloudevents+json")
                .body(new byte[1_100_000])
                .post("/intake/v1/events")
                .then()
                .statusCode(413);
    }

    @Test
    void whatTheTemplateCannotReadIsParked() {
        platform.event(event("1").replace("ada@example.org", "nobody")).then().statusCode(202);

        organisation
                .admin()
                .get("/intake/v1/deliveries?state=parked")
                .then()
                .body("items.reason", contains("template-result"))
                .body("items.channel", contains("cloudevents"));
    }

    @Test
    void onlyTheConnectionsTokenOpensIt() {
        RestAssured.given()
                .contentType("application/cloudevents+json")
                .body("{}")
                .post("/intake/v1/events")
                .then()
                .statusCode(401);
        new Sender(null, null, null, platform.token().substring(0, 60))
                .event("{}")
                .then()
                .statusCode(401);
        organisation
                .admin()
                .contentType("application/cloudevents+json")
                .body("{}")
                .post("/intake/v1/events")
                .then()
                .statusCode(403);
        Sender lms = Sender.lms(organisation);
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(lms.key(), lms.secret())
                .contentType("application/cloudevents+json")
                .body("{}")
                .post("/intake/v1/events")
                .then()
                .statusCode(403);
    }

    private io.restassured.response.Response batch(String body) {
        return platform.bearer()
                .contentType("application/cloudevents-batch+json")
                .body(JsonText.bytes(body))
                .post("/intake/v1/events");
    }

    private static String event(String id) {
        return "{'specversion':'1.0','id':'" + id + "','source':'/praise','type':'praise.given',"
                + "'time':'2026-11-20T10:00:00Z','data':{'to':'ada@example.org'}}";
    }
}
