package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@IntakeIT
class DeliveryIT {

    private static final String COMPLETED = """
            {'actor':{'mbox':'mailto:ada@example.org'},'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},
             'object':{'id':'https://lms.example.org/course/1'},'timestamp':'2026-11-20T15:21:00Z'}""";

    private final Organisation organisation = new Organisation();

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void aDeliveryShowsTheEvidenceThatItProduced() {
        // Given
        organisation.hire("7", "ada");
        Sender tool = Sender.webhook(organisation, "work-tool", HookIT.TICKETS);
        String known = tool.hook(ticket("T-1", "ada")).path("deliveryId");
        String unknown = tool.hook(ticket("T-2", "zoe")).path("deliveryId");

        // When
        Response ofKnown = get("/" + known);
        Response ofUnknown = get("/" + unknown);

        // Then
        ofKnown.then()
                .statusCode(200)
                .body("deliveryId", equalTo(known))
                .body("state", equalTo("accepted"))
                .body("evidence.state", contains("submitted"))
                .body("evidence[0].evidenceId", notNullValue())
                .body("evidence[0].facts.activity.id", equalTo("urn:ticket:T-1"));
        ofUnknown.then().body("evidence.state", contains("parked")).body("evidence[0].parkedReason", notNullValue());
    }

    @Test
    void aStatementIsADeliveryToo() {
        // Given
        organisation.hire("7", "ada");
        Sender lms = Sender.lms(organisation);
        lms.statements(COMPLETED).then().statusCode(200);
        String delivery = get("").path("items[0].deliveryId");

        // When
        Response one = get("/" + delivery);

        // Then
        one.then()
                .statusCode(200)
                .body("channel", equalTo("xapi"))
                .body("evidence.facts.action", contains("completed"));
        get("/" + delivery + "/body").then().statusCode(404);
    }

    @Test
    void theBodyIsGivenOutAsItCameAndWhoReadItIsNoted() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", HookIT.TICKETS);
        byte[] sent = JsonText.bytes("{ 'type':'done',  'html':'<script>1</script>' }");
        String delivery = tool.hook(sent).path("deliveryId");

        // When
        Response body = get("/" + delivery + "/body");

        // Then
        body.then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"delivery-" + delivery + "\"");
        assertThat(body.asByteArray()).isEqualTo(sent);
        assertThat(readers(delivery)).containsExactly("ines");
    }

    @Test
    void aFilteredSetIsReadAgainPageByPage() {
        // Given
        organisation.hire("7", "ada");
        Sender tool = Sender.webhook(organisation, "work-tool", "$error(\"not yet\")");
        List.of("T-1", "T-2", "T-3")
                .forEach(id -> tool.hook(ticket(id, "ada")).then().statusCode(202));
        Sender other = Sender.webhook(organisation, "work-tool", "$error(\"not yet\")");
        other.hook(ticket("T-4", "ada")).then().statusCode(202);
        configure(tool, HookIT.TICKETS);
        String ofTool = "?connectionId=" + tool.connectionId() + "&reason=template-failed&limit=2";

        // When
        Response first = replay(ofTool);
        Response second = replay(ofTool + "&cursor=" + first.path("next"));

        // Then
        first.then().statusCode(200).body("items.state", contains("accepted", "accepted"));
        second.then().statusCode(200).body("items.state", contains("accepted")).body("next", nullValue());
        replay(ofTool).then().body("items", hasSize(0));
        get("?state=parked").then().body("items.connectionId", contains(other.connectionId()));
        get("?state=accepted").then().body("items", hasSize(3));
    }

    @Test
    void whatIsStillUnreadableStaysWhereItIs() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", HookIT.TICKETS);
        String unreadable = tool.hook(JsonText.bytes("{")).path("deliveryId");

        // When
        Response replayed = replay("");

        // Then
        replayed.then()
                .statusCode(200)
                .body("items.deliveryId", contains(unreadable))
                .body("items.state", contains("parked"));
        replay("?state=accepted").then().statusCode(400).body("errors.pointer", hasItem("state"));
    }

    @Test
    void findsByReasonAndTime() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", HookIT.TICKETS);
        String unread = tool.hook(JsonText.bytes("{")).path("deliveryId");
        tool.hook("{'type':'opened'}").then().statusCode(202);

        // When
        Response byReason = get("?reason=not-json");

        // Then
        byReason.then().statusCode(200).body("items.deliveryId", contains(unread));
        get("?from=2020-01-01T00:00:00Z").then().body("items", hasSize(2));
        get("?to=2020-01-01T00:00:00Z").then().body("items", hasSize(0));
        get("?from=yesterday").then().statusCode(400).body("errors.pointer", hasItem("from"));
    }

    @Test
    void ofAnotherOrganisationThereIsNothing() {
        Sender tool = Sender.webhook(organisation, "work-tool", HookIT.TICKETS);
        String delivery = tool.hook("{'type':'opened'}").path("deliveryId");
        Organisation other = new Organisation();

        other.admin()
                .get("/intake/v1/deliveries/" + delivery)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        other.admin()
                .get("/intake/v1/deliveries/" + delivery + "/body")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private Response get(String more) {
        return organisation.admin().get("/intake/v1/deliveries" + more);
    }

    private List<String> readers(String delivery) {
        return unitOfWork
                .inTenant(
                        organisation.tenant(),
                        session -> session.<String>createNativeQuery(
                                        "select reader_login from delivery_reading where cast(delivery_id as text) = ?1")
                                .setParameter(1, delivery)
                                .getResultList())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static String ticket(String id, String who) {
        return "{'type':'done','id':'" + id + "','who':'" + who + "@example.org','at':'2026-11-20T15:21:00Z',"
                + "'labels':[]}";
    }

    private Response replay(String query) {
        return organisation.admin().post("/intake/v1/deliveries/replay" + query);
    }

    private void configure(Sender sender, String template) {
        organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes("{'name':'Hook','verifier':" + Sender.VERIFIER + ",'template':'"
                        + template.replace("\"", "\\\"").replace("\n", " ") + "'}"))
                .put("/intake/v1/connections/" + sender.connectionId())
                .then()
                .statusCode(200);
    }
}
