package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IntakeIT
class DryRunIT {

    private static final String BROKEN = "{\\\"evidence\\\": {\\\"person\\\": {\\\"email\\\": nobody}}}";

    private final Organisation organisation = new Organisation();

    @Test
    void showsWhatAnotherTemplateWouldMakeOfWhatWasDelivered() {
        // Given
        organisation.hire("7", "ada");
        Sender tool = Sender.webhook(organisation, "work-tool", HookIT.TICKETS);
        String delivery = tool.hook(ticket("T-1")).path("deliveryId");
        String other = HookIT.TICKETS
                .replace("resolved", "delivered")
                .replace("\"", "\\\"")
                .replace("\n", " ");

        // When
        Response dryRun = dryRun(tool.connectionId(), "{'latest':5,'template':'" + other + "'}");

        // Then
        dryRun.then()
                .statusCode(200)
                .body("items.deliveryId", contains(delivery))
                .body("items[0].state", equalTo("accepted"))
                .body("items[0].evidence[0].person", contains("mbox ada@example.org"))
                .body("items[0].before.differs", equalTo(true))
                .body("items[0].before.added.action", contains("delivered"))
                .body("items[0].before.gone.action", contains("resolved"));
    }

    @Test
    void theTemplateThatWasUsedMakesTheSame() {
        // Given
        organisation.hire("7", "ada");
        Sender tool = Sender.webhook(organisation, "work-tool", HookIT.TICKETS);
        String delivery = tool.hook(ticket("T-1")).path("deliveryId");

        // When
        Response dryRun = dryRun(tool.connectionId(), "{'deliveries':['" + delivery + "']}");

        // Then
        dryRun.then()
                .statusCode(200)
                .body("items[0].before.state", equalTo("accepted"))
                .body("items[0].before.differs", equalTo(false))
                .body("items[0].before.added", hasSize(0))
                .body("items[0].before.gone", hasSize(0));
    }

    @Test
    void saysWhyNothingWouldComeOfIt() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", HookIT.TICKETS);

        // When
        Response missing = dryRun(tool.connectionId(), "{'payload':{'type':'done'},'template':'" + BROKEN + "'}");
        Response failing = dryRun(tool.connectionId(), "{'payload':{'type':'done'},'template':'type + 1'}");

        // Then
        missing.then()
                .body("items[0].deliveryId", nullValue())
                .body("items[0].state", equalTo("parked"))
                .body("items[0].reason", equalTo("template-result"))
                .body("items[0].detail", containsString("/evidence/kind: is required"));
        failing.then()
                .body("items[0].reason", equalTo("template-failed"))
                .body("items[0].detail", containsString("must evaluate to a number"));
    }

    @Test
    void storesNothing() {
        // Given
        Sender tool = Sender.webhook(organisation, "work-tool", HookIT.TICKETS);

        // When
        dryRun(tool.connectionId(), "{'payload':" + ticket("T-1") + "}").then().statusCode(200);

        // Then
        organisation.admin().get("/intake/v1/deliveries").then().body("items", hasSize(0));
        organisation.admin().get("/intake/v1/parked").then().body("items", hasSize(0));
        assertThat(organisation.all(Organisation.EVIDENCE)).isEmpty();
    }

    @Test
    void refusesWhatIsNotThereAndWhatCannotBeUnderstood() {
        Sender tool = Sender.webhook(organisation, "work-tool", HookIT.TICKETS);
        Sender lms = Sender.lms(organisation);

        dryRun(tool.connectionId(), "{'deliveries':['" + UUID.randomUUID() + "']}")
                .then()
                .statusCode(404);
        dryRun(tool.connectionId(), "{'template':'('}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/template"));
        dryRun(tool.connectionId(), "{'latest':1,'payload':{}}").then().statusCode(400);
        dryRun(tool.connectionId(), "{'latest':51}").then().statusCode(400);
        dryRun(lms.connectionId(), "{}").then().statusCode(409);
        new Organisation()
                .admin()
                .contentType("application/json")
                .body("{}")
                .post("/intake/v1/connections/" + tool.connectionId() + "/dry-run")
                .then()
                .statusCode(404);
    }

    private Response dryRun(String connection, String body) {
        return organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes(body))
                .post("/intake/v1/connections/" + connection + "/dry-run");
    }

    private static String ticket(String id) {
        return "{'type':'done','id':'" + id + "','who':'ada@example.org','at':'2026-11-20T15:21:00Z','labels':[]}";
    }
}
