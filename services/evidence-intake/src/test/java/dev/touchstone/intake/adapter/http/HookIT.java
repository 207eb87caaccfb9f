package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@IntakeIT
class HookIT {

    static final String TICKETS = """
            type = "done" ? {"evidence": {"person": {"email": who}, "kind": "work-event", "action": "resolved",
              "activity": {"id": "urn:ticket:" & id}, "occurredAt": at, "tags": labels}} : null""";

    private final Organisation organisation = new Organisation();

    @Inject
    MeterRegistry meters;

    @Test
    void signedDeliveryBecomesEvidence() {
        // Given
        String ada = organisation.hire("7", "ada");
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);

        // When
        String delivery = tool.hook(ticket("T-1", "ada"))
                .then()
                .statusCode(202)
                .header("Intake-Duplicate", nullValue())
                .extract()
                .path("deliveryId");

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("kind").asText()).isEqualTo("work-event");
        assertThat(event.data().path("action").asText()).isEqualTo("resolved");
        assertThat(event.data().path("tags").get(0).asText()).isEqualTo("rigging");
        assertThat(event.data().path("provenance").path("auth").asText()).isEqualTo("hmac");
        assertThat(event.data().path("provenance").path("deliveryId").asText()).isEqualTo(delivery);
        assertThat(event.data().path("digest").asText()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void repetitionIsAnsweredLikeTheFirst() {
        // Given
        organisation.hire("7", "ada");
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);
        String first = tool.hook(ticket("T-1", "ada")).path("deliveryId");

        // When
        tool.hook(ticket("T-1", "ada"))
                .then()
                .statusCode(202)
                .header("Intake-Duplicate", "true")
                .body("deliveryId", equalTo(first));
        tool.hook(ticket("marker", "ada")).then().statusCode(202);

        // Then
        assertThat(organisation.allUpTo(
                        EVIDENCE, found -> XapiIT.activity(found).equals("urn:ticket:marker")))
                .hasSize(2);
    }

    @Test
    void wrongSignatureIsRefusedAndCounted() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);
        double before = rejected();

        // When
        tool.hook(JsonText.bytes("{}"), Sender.sign("guess", JsonText.bytes("{}")))
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", not(containsString("ismatch")));

        // Then
        assertThat(rejected()).isEqualTo(before + 1);
        organisation.admin().get("/intake/v1/deliveries").then().body("items", hasSize(0));
    }

    @Test
    void unreadableIsKeptAndReplayedOnceTheTemplateIsMended() {
        // Given
        String ada = organisation.hire("7", "ada");
        Sender tool = Sender.webhook(organisation, "work-tool", "{\"evidence\": {\"person\": {\"email\": nobody}}}");
        String delivery =
                tool.hook(ticket("T-1", "ada")).then().statusCode(202).extract().path("deliveryId");
        organisation
                .admin()
                .get("/intake/v1/deliveries?state=parked&connectionId=" + tool.connectionId())
                .then()
                .body("items.deliveryId", contains(delivery))
                .body("items[0].reason", equalTo("template-result"))
                .body("items[0].detail", containsString("/evidence/kind: is required"));

        // When
        organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'name':'Hook','verifier':" + Sender.VERIFIER + ",'template':'"
                        + TICKETS.replace("\"", "\\\"").replace("\n", " ") + "'}"))
                .put("/intake/v1/connections/" + tool.connectionId())
                .then()
                .statusCode(200);
        organisation
                .admin()
                .post("/intake/v1/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"));

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("provenance").path("deliveryId").asText()).isEqualTo(delivery);
        organisation
                .admin()
                .post("/intake/v1/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(409);
        organisation
                .admin()
                .get("/intake/v1/deliveries?state=accepted")
                .then()
                .body("items.deliveryId", contains(delivery));
        new Organisation()
                .admin()
                .post("/intake/v1/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(404);
    }

    @Test
    void capturedRequestUnderAnotherNameIsNoNewEvidence() {
        // Given
        Sender tool = Sender.of(organisation.connect("{'name':'Hook','source':'work-tool','channel':'webhook',"
                + "'dedupe':{'header':'X-Delivery'},'verifier':" + Sender.VERIFIER + ",'template':'$$.evidence'}"));
        byte[] body = JsonText.bytes("{'n':1}");
        hook(tool, body, "1").then().statusCode(202);

        // When
        Response captured = hook(tool, body, "2");

        // Then
        captured.then().header("Intake-Duplicate", equalTo("true"));
        organisation.admin().get("/intake/v1/deliveries").then().body("items", hasSize(1));
    }

    @Test
    void twoReplaysAtOnceMakeTheEvidenceOnce() throws Exception {
        // Given: a delivery with evidence, and with a person who cannot be told, so that it is parked again afterwards
        String ada = organisation.hire("7", "ada");
        organisation.hire("8", "ben");
        Sender hris = Sender.webhook(organisation, "hris", "$error(\"not yet\")");
        hris.hook("{'n':1}").then().statusCode(202);
        String delivery = organisation
                .admin()
                .get("/intake/v1/deliveries")
                .then()
                .extract()
                .path("items[0].deliveryId");
        organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'name':'Hook','verifier':" + Sender.VERIFIER
                        + ",'template':'[{\\'evidence\\': {\\'person\\': {\\'employeeNumber\\': \\'7\\'}, \\'kind\\': \\'work-event\\',"
                        + " \\'action\\': \\'merged\\', \\'activity\\': {\\'id\\': \\'urn:x\\'}, \\'occurredAt\\': \\'2026-11-20\\'}},"
                        + " {\\'person\\': {\\'employeeNumber\\': \\'8\\', \\'email\\': \\'ada@example.org\\'}}]'}"))
                .put("/intake/v1/connections/" + hris.connectionId())
                .then()
                .statusCode(200);

        // When
        List<CompletableFuture<Response>> replays = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> organisation.admin().post("/intake/v1/deliveries/" + delivery + "/replay")))
                .limit(4)
                .toList();
        CompletableFuture.allOf(replays.toArray(CompletableFuture[]::new)).get();

        // Then
        assertThat(replays)
                .allSatisfy(replay -> assertThat(replay.join().statusCode()).isIn(200, 409));
        String marker = organisation
                .as("ada", "employee")
                .header("Idempotency-Key", "marker")
                .contentType("application/json")
                .body(JsonText.bytes("{'kind':'artefact','title':'t','text':'x','occurredAt':'2026-11-01'}"))
                .post("/intake/v1/evidence")
                .then()
                .statusCode(202)
                .extract()
                .path("evidenceId");
        List<Event> told = organisation.allUpTo(
                EVIDENCE, found -> found.data().path("evidenceId").asText().equals(marker));
        assertThat(told)
                .filteredOn(event -> event.subject().equals(ada))
                .filteredOn(event -> event.data().path("kind").asText().equals("work-event"))
                .hasSize(1);
    }

    private static Response hook(Sender sender, byte[] body, String delivery) {
        return given().header("X-Signature", Sender.sign(sender.secret(), body))
                .header("X-Delivery", delivery)
                .contentType("application/json")
                .body(body)
                .post("/intake/v1/hooks/" + sender.connectionId());
    }

    @Test
    void whatIsNoJsonIsKeptToo() {
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);

        tool.hook("Ping test".getBytes(StandardCharsets.UTF_8)).then().statusCode(202);
        tool.hook(new byte[] {0, (byte) 0xff, 1}).then().statusCode(202);
        tool.hook(new byte[0]).then().statusCode(202);

        organisation
                .admin()
                .get("/intake/v1/deliveries")
                .then()
                .body("items.state", contains("parked", "parked", "parked"))
                .body("items.reason", contains("not-json", "not-json", "not-json"));
    }

    @Test
    void whatTheTemplateLeavesOutIsIgnored() {
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);

        tool.hook("{'type':'opened'}").then().statusCode(202);

        organisation.admin().get("/intake/v1/deliveries").then().body("items.state", contains("ignored"));
    }

    @Test
    void endlessTemplateParksItsDeliveryAndHoldsNobodyUp() {
        Sender tool = Sender.webhook(organisation, "work-tool", "($f := function($n){$f($n + 1)}; $f(0))");

        tool.hook("{}").then().statusCode(202);

        organisation
                .admin()
                .get("/intake/v1/deliveries")
                .then()
                .body("items.reason", contains("template-failed"))
                .body("items[0].detail", containsString("500 ms"));
    }

    @Test
    void senderThatWantsAnotherStatusGetsIt() {
        Sender tool = Sender.of(organisation.connect("{'name':'x','source':'other','channel':'webhook','ackStatus':204,"
                + "'template':'null','verifier':" + Sender.VERIFIER + "}"));

        String first = tool.hook("{}").then().statusCode(204).extract().asString();
        tool.hook("{}").then().statusCode(204).header("Intake-Duplicate", "true");

        assertThat(first).isEmpty();
    }

    @Test
    void hrisWebhookChangesPeople() {
        // Given
        Sender hris = Sender.webhook(
                organisation,
                "hris",
                "{\"person\": {\"employeeNumber\": id, \"displayName\": name, \"login\": login}}");

        // When
        hris.hook("{'id':'7','name':'Ada','login':'ada'}").then().statusCode(202);

        // Then
        organisation
                .as("ada", "employee")
                .get("/intake/v1/people/me")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Ada"));
        Event event = organisation.await(
                Organisation.PEOPLE,
                found -> found.data().path("login").asText().equals("ada"));
        assertThat(event.data().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void changeOfSomebodyWhoCannotBeToldIsKept() {
        // Given
        organisation.hire("7", "ada");
        organisation.hire("8", "ben");
        Sender hris = Sender.webhook(organisation, "hris", "{\"person\": {\"employeeNumber\": id, \"login\": login}}");

        // When
        hris.hook("{'id':'7','login':'ben'}").then().statusCode(202);

        // Then
        organisation
                .admin()
                .get("/intake/v1/deliveries")
                .then()
                .body("items[0].state", equalTo("parked"))
                .body("items[0].reason", equalTo("person-ambiguous"));
    }

    @Test
    void unknownDisabledAndOfAnotherKind() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);
        Sender lms = Sender.lms(organisation);

        // Then
        new Sender(UUID.randomUUID().toString(), null, tool.secret(), null)
                .hook("{}")
                .then()
                .statusCode(404);
        new Sender("nothing", null, tool.secret(), null).hook("{}").then().statusCode(404);
        new Sender(lms.connectionId(), null, tool.secret(), null)
                .hook("{}")
                .then()
                .statusCode(404);
        organisation
                .admin()
                .post("/intake/v1/connections/" + tool.connectionId() + "/disable")
                .then()
                .statusCode(204);
        tool.hook("{}").then().statusCode(410).body("type", equalTo("urn:touchstone:problem:gone"));
    }

    @Test
    void tooLargeIsRefused() {
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);

        tool.hook(new byte[1_100_000]).then().statusCode(413);
    }

    @Test
    void authorizationOfASenderIsNoBusinessOfOurs() {
        Sender tool = Sender.webhook(organisation, "work-tool", TICKETS);
        byte[] body = JsonText.bytes(ticket("T-1", "ada"));

        RestAssured.given()
                .header("Authorization", "Bearer something-of-theirs")
                .header("X-Signature", Sender.sign(tool.secret(), body))
                .body(body)
                .post("/intake/v1/hooks/" + tool.connectionId())
                .then()
                .statusCode(202);
    }

    private double rejected() {
        var counter = meters.find("touchstone.intake.senders.rejected")
                .tag("reason", "MISMATCH")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    static String ticket(String id, String login) {
        return "{'type':'done','id':'" + id + "','who':'" + login
                + "@example.org','at':'2026-11-20T10:00:00Z','labels':['rigging']}";
    }
}
