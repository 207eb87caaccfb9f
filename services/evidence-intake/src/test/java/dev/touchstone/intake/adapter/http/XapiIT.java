package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.intake.JsonText;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.support.Sender;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntakeIT
class XapiIT {

    private final Organisation organisation = new Organisation();
    private Sender lms;

    @BeforeEach
    void connect() {
        lms = Sender.lms(organisation);
    }

    @Test
    void statementBecomesEvidence() {
        // Given
        String ada = organisation.hire("7", "ada");
        String id = UUID.randomUUID().toString();

        // When
        lms.statements("""
                        {'id':'%s','actor':{'mbox':'mailto:Ada@Example.org'},
                         'verb':{'id':'http://adlnet.gov/expapi/verbs/passed'},
                         'object':{'id':'https://lms.example/course/42','definition':{'name':{'en':'Safe Lifting'}}},
                         'result':{'score':{'raw':88,'min':0,'max':100},'success':true},
                         'context':{'contextActivities':{'grouping':[{'id':'https://publisher.example/lifting'}]}},
                         'timestamp':'2026-11-20T10:00:00+01:00'}""".formatted(id))
                .then()
                .statusCode(200)
                .header("X-Experience-API-Version", "1.0.3")
                .header("X-Experience-API-Consistent-Through", notNullValue())
                .header("Intake-Duplicate", nullValue())
                .body("$", contains(id));

        // Then
        Event event = organisation.await(EVIDENCE, found -> found.subject().equals(ada));
        assertThat(event.key()).isEqualTo(organisation.tenant() + ":" + ada);
        assertThat(event.data().path("action").asText()).isEqualTo("passed");
        assertThat(event.data().path("result").path("scaled").asDouble()).isEqualTo(0.88);
        assertThat(event.data().path("activity").path("alternateIds").get(0).asText())
                .isEqualTo("https://publisher.example/lifting");
        assertThat(event.data().path("occurredAt").asText()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(event.data().path("trust").asText()).isEqualTo("verified");
        assertThat(event.data().path("provenance").path("deliveryId").asText()).isEqualTo(id);
        assertThat(event.data().path("provenance").path("auth").asText()).isEqualTo("basic");
        assertThat(event.data().path("provenance").path("source").asText()).isEqualTo("lms");
    }

    @Test
    void knownStatementChangesNothing() {
        // Given
        String ada = organisation.hire("7", "ada");
        String withId = statement("ada", "https://lms.example/1", ",'id':'" + UUID.randomUUID() + "'");
        String withoutId = statement("ada", "https://lms.example/2", "");
        String first = lms.statements(withId).path("[0]");
        String second = lms.statements(withoutId).path("[0]");

        // When
        lms.statements(withId)
                .then()
                .statusCode(200)
                .header("Intake-Duplicate", "true")
                .body("$", contains(first));
        lms.statements(withoutId)
                .then()
                .statusCode(200)
                .header("Intake-Duplicate", "true")
                .body("$", contains(second));
        lms.statements("[" + withId + "," + withoutId + "," + withoutId + "," + statement("ada", "urn:marker", "")
                        + "]")
                .then()
                .statusCode(200)
                .header("Intake-Duplicate", nullValue())
                .body("[0]", equalTo(first))
                .body("[1]", equalTo(second))
                .body("[2]", equalTo(second));

        // Then
        assertThat(organisation.allUpTo(EVIDENCE, found -> activity(found).equals("urn:marker")))
                .extracting(XapiIT::activity)
                .containsExactlyInAnyOrder("https://lms.example/1", "https://lms.example/2", "urn:marker");
        assertThat(ada).isNotNull();
    }

    @Test
    void knownIdWithAnotherContentRefusesTheWholeBatch() {
        // Given
        organisation.hire("7", "ada");
        String id = ",'id':'" + UUID.randomUUID() + "'";
        lms.statements(statement("ada", "https://lms.example/1", id)).then().statusCode(200);

        // When
        lms.statements("[" + statement("ada", "urn:lost", "") + "," + statement("ada", "https://lms.example/other", id)
                        + "]")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
        lms.statements(statement("ada", "urn:marker", "")).then().statusCode(200);

        // Then
        assertThat(organisation.allUpTo(EVIDENCE, found -> activity(found).equals("urn:marker")))
                .extracting(XapiIT::activity)
                .containsExactlyInAnyOrder("https://lms.example/1", "urn:marker");
    }

    @Test
    void oneBadStatementRefusesTheWholeBatch() {
        // Given
        organisation.hire("7", "ada");
        String bad = statement("ada", "https://lms.example/1", "").replace("'timestamp'", "'result':7,'timestamp'");

        // When
        lms.statements("[" + statement("ada", "urn:lost", "") + "," + bad + "]")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:touchstone:problem:invalid-request"))
                .body("errors.pointer", contains("/1/result"));
        lms.statements(statement("ada", "urn:marker", "")).then().statusCode(200);

        // Then
        assertThat(organisation.allUpTo(EVIDENCE, found -> activity(found).equals("urn:marker")))
                .extracting(XapiIT::activity)
                .containsExactly("urn:marker");
    }

    @Test
    void concurrentRepetitionsAreStoredOnce() throws Exception {
        // Given
        organisation.hire("7", "ada");
        List<String> statements = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            statements.add(statement("ada", "https://lms.example/" + number, ""));
        }
        List<String> reversed = new ArrayList<>(statements);
        java.util.Collections.reverse(reversed);
        ExecutorService senders = Executors.newFixedThreadPool(8);

        // When
        List<Integer> statuses = new ArrayList<>();
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int call = 0; call < 16; call++) {
                String batch = "[" + String.join(",", call % 2 == 0 ? statements : reversed) + "]";
                calls.add(() -> lms.statements(batch).statusCode());
            }
            for (Future<Integer> answer : senders.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        } finally {
            senders.shutdown();
        }
        lms.statements(statement("ada", "urn:marker", "")).then().statusCode(200);

        // Then
        assertThat(statuses).containsOnly(200);
        assertThat(organisation.allUpTo(EVIDENCE, found -> activity(found).equals("urn:marker")))
                .hasSize(21);
    }

    @Test
    void statementsThatAreNoEvidenceAreStoredAndSaidToBe() {
        // When
        lms.statements("""
                        {'actor':{'mbox':'mailto:ada@example.org'},'verb':{'id':'http://adlnet.gov/expapi/verbs/experienced'},
                         'object':{'id':'https://lms.example/1'},'timestamp':'2026-11-20T10:00:00Z'}""").then().statusCode(200);

        // Then
        organisation
                .admin()
                .get("/intake/v1/deliveries?connectionId=" + lms.connectionId())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].channel", equalTo("xapi"))
                .body("items[0].state", equalTo("ignored"))
                .body("items[0].reason", equalTo("verb-not-used"));
    }

    @Test
    void refusalsStateTheVersionToo() {
        lms.statements("{}")
                .then()
                .statusCode(400)
                .header("X-Experience-API-Version", "1.0.3")
                .header("X-Experience-API-Consistent-Through", notNullValue())
                .body("errors.pointer", hasItem("/actor"));
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(lms.key(), lms.secret())
                .contentType("application/json")
                .body(JsonText.bytes(statement("ada", "https://lms.example/1", "")))
                .post("/xapi/statements")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("X-Experience-API-Version"));
        lms.xapi()
                .contentType("text/plain")
                .body("{}")
                .post("/xapi/statements")
                .then()
                .statusCode(400);
        lms.xapi()
                .body("{\"actor\":1,\"actor\":2}")
                .post("/xapi/statements")
                .then()
                .statusCode(400);
        lms.xapi()
                .body(new byte[] {'"', (byte) 0xc3, '"'})
                .post("/xapi/statements")
                .then()
                .statusCode(400);
        lms.xapi()
                .body("[" + "{},".repeat(1000) + "{}]")
                .post("/xapi/statements")
                .then()
                .statusCode(400)
                .body("errors[0].detail", startsWith("must hold at most"));
    }

    @Test
    void tooLargeIsRefusedAsAProblem() {
        lms.xapi()
                .body("[" + " ".repeat(1_100_000) + "]")
                .post("/xapi/statements")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void onlyTheConnectionsCredentialOpensIt() {
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post("/xapi/statements")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"));
        new Sender(lms.connectionId(), lms.key(), lms.secret() + "x", null)
                .statements("{}")
                .then()
                .statusCode(401);
        new Sender(null, UUID.randomUUID().toString(), lms.secret(), null)
                .statements("{}")
                .then()
                .statusCode(401);
        RestAssured.given()
                .header("Authorization", "Basic !!!")
                .contentType("application/json")
                .body("{}")
                .post("/xapi/statements")
                .then()
                .statusCode(401);
        organisation
                .admin()
                .contentType("application/json")
                .body("{}")
                .post("/xapi/statements")
                .then()
                .statusCode(403);
        organisation
                .as("eve", "sender:xapi")
                .header("X-Experience-API-Version", "1.0.3")
                .contentType("application/json")
                .body("{}")
                .post("/xapi/statements")
                .then()
                .statusCode(403);
    }

    static String statement(String login, String activity, String more) {
        return "{'actor':{'mbox':'mailto:" + login + "@example.org'},"
                + "'verb':{'id':'http://adlnet.gov/expapi/verbs/completed'},'object':{'id':'" + activity + "'},"
                + "'timestamp':'2026-11-20T10:00:00Z'" + more + "}";
    }

    static String activity(Event event) {
        return event.data().path("activity").path("id").asText();
    }
}
