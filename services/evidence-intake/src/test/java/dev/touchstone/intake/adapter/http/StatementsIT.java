package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Lms.agentParameter;
import static dev.touchstone.intake.support.Lms.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IntakeIT
class StatementsIT {

    private final Organisation organisation = new Organisation();
    private Lms lms;

    @BeforeEach
    void connect() {
        lms = Lms.of(organisation);
    }

    @Test
    void givesBackWhatWasStoredWithWhatAStoreAdds() {
        // Given
        String id = lms.stored(statement("ada", "did", "http://a.example/1", """
                ,'result':{'score':{'raw':0.12345678901234567890},'extensions':{'http://x.example':null}},
                 'context':{'contextActivities':{'parent':{'id':'http://a.example/0'}}},
                 'timestamp':'2026-11-20T10:00:00+01:00'"""));

        // When
        Response found = lms.find("statementId", id);

        // Then
        found.then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("version", equalTo("2.0.0"))
                .body("timestamp", equalTo("2026-11-20T09:00:00Z"))
                .body("authority.account.name", equalTo(lms.sender().key()))
                .body("context.contextActivities.parent", hasSize(1));
        assertThat(found.asString()).contains("0.12345678901234567890").contains("\"http://x.example\":null");
        assertThat(Instant.parse(found.header("X-Experience-API-Consistent-Through")))
                .isAfter(Instant.parse(found.path("stored")));
        assertThat(found.header("Last-Modified")).endsWith("GMT");
        assertThat(found.header("Date")).endsWith("GMT");
    }

    @Test
    void whatWasStoredIsFoundAtOnceAndByNoOtherOrganisation() {
        // Given
        Lms other = Lms.of(new Organisation());
        String id = lms.stored(statement("ada", "did", "http://a.example/1", ""));

        // When
        Response own = lms.find("verb", "http://verb.example/did");
        Response others = other.find("verb", "http://verb.example/did");

        // Then
        own.then().body("statements.id", contains(id)).body("more", equalTo(""));
        others.then().statusCode(200).body("statements", empty());
        other.find("statementId", id).then().statusCode(404).contentType("application/problem+json");
        other.request().head("/xapi/statements?statementId=" + id).then().statusCode(404);
    }

    @Test
    void everyFilterAloneAndTogether() {
        // Given
        String registration = UUID.randomUUID().toString();
        String context = ",'context':{'registration':'" + registration + "','instructor':" + Lms.agent("ines")
                + ",'contextActivities':{'grouping':[{'id':'http://a.example/course'}]}}";
        String first = lms.stored(statement("ada", "did", "http://a.example/1", context));
        String second = lms.stored(statement("ben", "did", "http://a.example/1", ""));
        String third = lms.stored(statement("ada", "tried", "http://a.example/2", ""));

        // When
        Map<String, Map<String, Object>> questions = Map.of(
                "agent", Map.of("agent", agentParameter("ada")),
                "related", Map.of("agent", agentParameter("ines"), "related_agents", true),
                "unrelated", Map.of("agent", agentParameter("ines")),
                "verb", Map.of("verb", "http://verb.example/did"),
                "activity", Map.of("activity", "http://a.example/1"),
                "course", Map.of("activity", "http://a.example/course", "related_activities", true),
                "registration", Map.of("registration", registration.toUpperCase(java.util.Locale.ROOT)),
                "both", Map.of("agent", agentParameter("ada"), "verb", "http://verb.example/did"),
                "all",
                        Map.of(
                                "agent",
                                agentParameter("ada"),
                                "verb",
                                "http://verb.example/did",
                                "activity",
                                "http://a.example/1",
                                "registration",
                                registration));

        // Then
        assertThat(found(questions.get("agent"))).containsExactly(third, first);
        assertThat(found(questions.get("related"))).containsExactly(first);
        assertThat(found(questions.get("unrelated"))).isEmpty();
        assertThat(found(questions.get("verb"))).containsExactly(second, first);
        assertThat(found(questions.get("activity"))).containsExactly(second, first);
        assertThat(found(questions.get("course"))).containsExactly(first);
        assertThat(found(questions.get("registration"))).containsExactly(first);
        assertThat(found(questions.get("both"))).containsExactly(first);
        assertThat(found(questions.get("all"))).containsExactly(first);
    }

    @Test
    void agentsInGroupsAndInStatementsWithinAreFound() {
        // Given
        String group = lms.stored("{'actor':{'objectType':'Group','member':[" + Lms.agent("ada") + "]},"
                + "'verb':{'id':'http://verb.example/did'},'object':{'id':'http://a.example/1'}}");
        String within = lms.stored("{'actor':" + Lms.agent("ben")
                + ",'verb':{'id':'http://verb.example/planned'},'object':{'objectType':'SubStatement','actor':"
                + Lms.agent("ada") + ",'verb':{'id':'http://verb.example/do'},'object':{'id':'http://a.example/2'}}}");

        // When
        List<String> plain = found(Map.of("agent", agentParameter("ada")));
        List<String> related = found(Map.of("agent", agentParameter("ada"), "related_agents", true));

        // Then
        assertThat(plain).containsExactly(group);
        assertThat(related).containsExactly(within, group);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesHoldEveryStatementOnce(boolean ascending) {
        // Given
        List<String> ids = new ArrayList<>();
        for (int batch = 0; batch < 3; batch++) {
            List<String> three = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                three.add(statement("ada", "did", "http://a.example/" + batch + number, ""));
            }
            ids.addAll(lms.post("[" + String.join(",", three) + "]").jsonPath().getList("$"));
        }

        // When
        List<String> pages = new ArrayList<>();
        Response page = lms.find(Map.of("agent", agentParameter("ada"), "limit", 4, "ascending", ascending));
        pages.addAll(page.jsonPath().getList("statements.id"));
        lms.stored(statement("ben", "did", "http://a.example/later", ""));
        while (!page.path("more").equals("")) {
            page = lms.request().urlEncodingEnabled(false).get(page.<String>path("more"));
            page.then().statusCode(200);
            pages.addAll(page.jsonPath().getList("statements.id"));
        }

        // Then
        if (!ascending) {
            java.util.Collections.reverse(pages);
        }
        assertThat(pages).containsExactlyElementsOf(ids);
    }

    @Test
    void sinceIsWithoutItsMomentAndUntilIsWithIt() {
        // Given
        String first = lms.stored(statement("ada", "did", "http://a.example/1", ""));
        String second = lms.stored(statement("ada", "did", "http://a.example/2", ""));
        String moment = lms.find("statementId", first).path("stored");

        // When
        List<String> since = found(Map.of("since", moment));
        List<String> until = found(Map.of("until", moment));

        // Then
        assertThat(since).containsExactly(second);
        assertThat(until).containsExactly(first);
    }

    @Test
    void formatsSayLessOrMore() {
        // Given
        String id = lms.stored(statement("ada", "did", "http://a.example/1", "")
                .replace(
                        "{'id':'http://a.example/1'}", "{'id':'http://a.example/1','definition':{'name':{'en':'One'}}}")
                .replace("'mbox'", "'name':'Ada','mbox'"));
        lms.stored(statement("ben", "did", "http://a.example/1", "")
                .replace(
                        "{'id':'http://a.example/1'}",
                        "{'id':'http://a.example/1','definition':{'name':{'de':'Eins'}}}"));

        // When
        Response ids = lms.find(Map.of("statementId", id, "format", "ids"));
        Response canonical = lms.request()
                .header("Accept-Language", "de;q=0.9, fr")
                .get("/xapi/statements?statementId=" + id + "&format=canonical");
        Response activity = lms.request().get("/xapi/activities?activityId=http://a.example/1");

        // Then
        assertThat(ids.<Map<String, Object>>path("object")).isEqualTo(Map.of("id", "http://a.example/1"));
        assertThat(ids.<Map<String, Object>>path("actor")).doesNotContainKey("name");
        assertThat(canonical.<Map<String, Object>>path("object.definition.name"))
                .isEqualTo(Map.of("de", "Eins"));
        assertThat(activity.<Map<String, Object>>path("definition.name")).isEqualTo(Map.of("en", "One", "de", "Eins"));
        assertThat(lms.request()
                        .queryParam("agent", agentParameter("ada"))
                        .get("/xapi/agents")
                        .<List<String>>path("name"))
                .containsExactly("Ada");
    }

    @ParameterizedTest
    @CsvSource({
        "statementId=1",
        "agent=ada",
        "verb=did",
        "limit=-1",
        "limit=many",
        "since=yesterday",
        "format=short",
        "ascending=yes",
        "Verb=http://verb.example/did",
        "colour=red",
        "cursor=here",
        "statementId=1c356160-5b4f-4e5c-9f3e-0d6a8c1b2a3d&verb=http://v.example",
        "statementId=1c356160-5b4f-4e5c-9f3e-0d6a8c1b2a3d&voidedStatementId=1c356160-5b4f-4e5c-9f3e-0d6a8c1b2a3d",
        "limit=1&limit=2"
    })
    void refusesParametersThatMeanNothing(String query) {
        lms.request().get("/xapi/statements?" + query).then().statusCode(400).body("errors", not(empty()));
    }

    @Test
    void putTakesTheIdOfItsParameter() {
        // Given
        String id = UUID.randomUUID().toString();
        byte[] body = dev.touchstone.intake.JsonText.bytes(statement("ada", "did", "http://a.example/1", ""));

        // When
        Response put =
                lms.request().contentType("application/json").body(body).put("/xapi/statements?statementId=" + id);

        // Then
        put.then().statusCode(204);
        lms.request()
                .contentType("application/json")
                .body(body)
                .put("/xapi/statements?statementId=" + id)
                .then()
                .statusCode(204);
        lms.find("statementId", id).then().statusCode(200).body("id", equalTo(id));
        lms.request()
                .contentType("application/json")
                .body(dev.touchstone.intake.JsonText.bytes(statement("ben", "did", "http://a.example/1", "")))
                .put("/xapi/statements?statementId=" + id)
                .then()
                .statusCode(409);
        lms.request()
                .contentType("application/json")
                .body(body)
                .put("/xapi/statements")
                .then()
                .statusCode(400);
    }

    @Test
    void otherSyntaxOfRequestsIsSpokenInOneVersionOnly() {
        // Given
        String id = UUID.randomUUID().toString();
        var form = Map.of(
                "statementId",
                id,
                "content",
                statement("ada", "did", "http://a.example/1", "").replace('\'', '"'));

        // When
        Response old = lms.speaking("1.0.3").request().formParams(form).post("/xapi/statements?method=PUT");
        Response current = lms.request().formParams(form).post("/xapi/statements?method=PUT");

        // Then
        old.then().statusCode(204);
        current.then().statusCode(400);
        lms.speaking("1.0.3")
                .request()
                .formParams(Map.of("statementId", id))
                .post("/xapi/statements?method=GET")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("version", equalTo("1.0.0"));
    }

    @Test
    void refusalOfARequestWithoutVersionIsInTheVersionSpokenLast() {
        // Given
        var silent = io.restassured.RestAssured.given()
                .auth()
                .preemptive()
                .basic(lms.sender().key(), lms.sender().secret());
        lms.speaking("1.0.2").request().get("/xapi/statements").then().statusCode(200);

        // When
        Response old = silent.get("/xapi/statements");
        lms.request().get("/xapi/statements").then().statusCode(200);
        Response current = silent.get("/xapi/statements");

        // Then
        old.then().statusCode(400).header("X-Experience-API-Version", "1.0.3");
        current.then().statusCode(400).header("X-Experience-API-Version", "2.0.0");
        io.restassured.RestAssured.get("/xapi/about")
                .then()
                .statusCode(200)
                .body("version", contains("1.0.3", "2.0.0"));
    }

    private List<String> found(Map<String, Object> question) {
        return lms.find(question).then().statusCode(200).extract().path("statements.id");
    }
}
