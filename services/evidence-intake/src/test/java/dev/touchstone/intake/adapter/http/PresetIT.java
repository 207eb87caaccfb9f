package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@IntakeIT
class PresetIT {

    private static final String OWN = "{'name':'Ours','template':'null'}";

    private final Organisation organisation = new Organisation();

    @Test
    void aConnectionByPresetNeedsItsNameOnly() {
        // Given
        String ada = organisation.hire("7", "ada");
        Sender jira = jira();

        // When
        resolved(jira, "1").then().statusCode(200);

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.data().path("action").asText()).isEqualTo("resolved");
        assertThat(event.data().path("activity").path("alternateIds").get(0).asText())
                .isEqualTo("OPS-1");
    }

    @Test
    void whatTheTemplateDoesNotUseSaysWhy() {
        // Given
        Sender jira = jira();

        // When
        send(jira, "{'webhookEvent':'jira:issue_created','issue':{'id':'1'}}")
                .then()
                .statusCode(200);

        // Then
        organisation
                .admin()
                .get("/intake/v1/deliveries?connectionId=" + jira.connectionId())
                .then()
                .body("items[0].state", equalTo("ignored"))
                .body("items[0].reason", equalTo("event-not-used"))
                .body("items[0].detail", containsString("category done"));
    }

    @Test
    void aConnectionWithoutItsOwnTemplateFollowsThePresets() {
        // Given
        String shipped = organisation.admin().get("/intake/v1/presets/jira").path("template");
        Sender jira = jira();
        configure(jira, OWN).then().statusCode(200).body("template", equalTo("null"));

        // When
        Response back = configure(jira, "{'name':'Ours'}");

        // Then
        back.then()
                .statusCode(200)
                .body("preset", equalTo("jira"))
                .body("template", equalTo(shipped))
                .body("ackStatus", equalTo(200))
                .body("verifier.header", equalTo("X-Hub-Signature"));
    }

    @Test
    void presetsSayWhatWasNotChecked() {
        organisation
                .admin()
                .get("/intake/v1/presets")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("canvas", "github", "generic"));
        organisation
                .admin()
                .get("/intake/v1/presets/successfactors")
                .then()
                .statusCode(200)
                .body("checked", equalTo("not-checked"))
                .body("notChecked", containsString("params"))
                .body("placeholders.username", containsString("user name"));
        organisation.admin().get("/intake/v1/presets/nothing").then().statusCode(404);
    }

    @Test
    void refusesWhatAPresetDoesNotLeaveOpen() {
        organisation
                .connect("{'name':'x','preset':'nothing'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/preset"));
        organisation
                .connect("{'name':'x','preset':'jira','source':'hris'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/source"));
        organisation
                .connect("{'name':'x','preset':'docebo'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/placeholders"))
                .body("errors[0].detail", containsString("username"));
        organisation
                .connect("{'name':'x','source':'lms','channel':'xapi','placeholders':{'a':'b'}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/placeholders"));
    }

    @Test
    void pushersOfStatementsGetAKey() {
        organisation
                .connect("{'name':'Moodle','preset':'moodle'}")
                .then()
                .statusCode(201)
                .body("channel", equalTo("xapi"))
                .body("path", equalTo("/xapi/statements"))
                .body("template", nullValue());
    }

    private Sender jira() {
        return Sender.of(organisation.connect("{'name':'Issues','preset':'jira'}"));
    }

    private Response configure(Sender sender, String settings) {
        return organisation
                .admin()
                .contentType("application/json")
                .body(JsonText.bytes(settings))
                .put("/intake/v1/connections/" + sender.connectionId());
    }

    private static Response resolved(Sender sender, String number) {
        return send(sender, """
                {'timestamp':1795188060000,'webhookEvent':'jira:issue_updated','user':{'accountId':'manager'},
                 'issue':{'id':'%1$s','key':'OPS-%1$s','self':'https://jira.example.org/issue/%1$s',
                  'fields':{'summary':'Pump','status':{'statusCategory':{'key':'done'}},'labels':[],
                   'assignee':{'accountId':'a-7','emailAddress':'ada@example.org'}}},
                 'changelog':{'id':'%1$s','items':[{'field':'status','toString':'Done'}]}}""".formatted(number));
    }

    private static Response send(Sender sender, String payload) {
        byte[] body = JsonText.bytes(payload);
        return given().header("X-Hub-Signature", Sender.sign(sender.secret(), body))
                .contentType("application/json")
                .body(body)
                .post("/intake/v1/hooks/" + sender.connectionId());
    }
}
