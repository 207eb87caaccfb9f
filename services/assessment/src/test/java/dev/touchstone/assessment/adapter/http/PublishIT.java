package dev.touchstone.assessment.adapter.http;

import static dev.touchstone.assessment.support.Definitions.allOf;
import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.evidence;
import static dev.touchstone.assessment.support.Definitions.held;
import static dev.touchstone.assessment.support.Definitions.judged;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Definitions.read;
import static dev.touchstone.assessment.support.Organisation.ACHIEVEMENTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Topics;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@AssessmentIT
class PublishIT {

    private final Organisation northwind = new Organisation("northwind");

    @Test
    void publishesAVersionAndTellsOfIt() {
        // Given
        JsonNode definition = judged("incident-leadership", "high");

        // When
        Response response = Api.post(northwind.admin(), "/achievements", definition);

        // Then
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.header("Location")).isEqualTo("/assessment/v1/achievements/incident-leadership/versions/1");
        Event published = awaitPublished("incident-leadership", 1);
        EventSchemas.assertValid("dev.touchstone.achievement.published.v1", published.data());
        assertThat(published.key()).isEqualTo(northwind.tenant() + ":incident-leadership:v1");
        assertThat(published.subject()).isEqualTo("incident-leadership");
        assertThat(published.data().at("/criteria/of/1/description").asText())
                .isEqualTo("Coordination at Leads or higher");
        assertThat(published.data().at("/levels/2/levelId").asText()).isNotBlank();
        JsonPath read = Api.get(northwind.token("maya", "employee"), "/achievements/incident-leadership")
                .jsonPath();
        assertThat(read.getString("criteria.of[1].description")).isEqualTo("Coordination at Leads or higher");
        assertThat(read.getString("digest")).startsWith("sha256:");
    }

    @Test
    void aCorrectionIsANewVersionAndTheOldOneStays() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(2)));

        // When
        JsonPath second = Api.publish(northwind, byRule("contributor", merged(3)));

        // Then
        String maya = northwind.token("maya", "employee");
        assertThat(second.getInt("version")).isEqualTo(2);
        assertThat(Api.get(maya, "/achievements/contributor/versions/1")
                        .jsonPath()
                        .getInt("criteria.n"))
                .isEqualTo(2);
        assertThat(Api.get(maya, "/achievements/contributor").jsonPath().getInt("criteria.n"))
                .isEqualTo(3);
        assertThat(Api.get(maya, "/achievements/contributor/versions/3").statusCode())
                .isEqualTo(404);
        assertThat(awaitPublished("contributor", 2).data().at("/criteria/n").asInt())
                .isEqualTo(3);
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(2)));

        // When
        Response again = Api.post(northwind.admin(), "/achievements", byRule("contributor", merged(2)));

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getInt("version")).isEqualTo(1);
    }

    @Test
    void theSameKeyIsAnsweredAsTheFirstTime() {
        // Given
        Response first = withKey("k-1", byRule("contributor", merged(2)));
        Api.publish(northwind, byRule("contributor", merged(3)));

        // When
        Response second = withKey("k-1", byRule("contributor", merged(2)));

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(withKey("k-1", byRule("contributor", merged(4))).statusCode())
                .isEqualTo(422);
    }

    @Test
    void pointsAtEverythingThatIsWrong() {
        // Given
        ObjectNode definition = byRule("contributor", allOf(merged(1), held("unheard-of")));
        definition.put("stakes", "high");
        ObjectNode unknown = byRule("contributor", merged(1));
        unknown.put("colour", "green").remove("name");
        ObjectNode senseless = byRule("contributor", "{\"op\": \"score\", \"n\": 3, \"maxAge\": \"P\"}");

        // When
        Response refused = Api.post(northwind.admin(), "/achievements", definition);

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:touchstone:problem:invalid-request");
        assertThat(refused.jsonPath().getList("errors.pointer"))
                .containsExactly("/criteria/of/1/achievementId", "/autoAward");
        assertThat(Api.post(northwind.admin(), "/achievements", unknown)
                        .jsonPath()
                        .getList("errors.pointer"))
                .containsExactlyInAnyOrder("/name", "/colour");
        assertThat(Api.post(northwind.admin(), "/achievements", senseless)
                        .jsonPath()
                        .getList("errors.pointer"))
                .contains("/criteria/maxAge");
        assertThat(Topics.all(ACHIEVEMENTS)).noneMatch(event -> event.tenant().equals(northwind.tenant()));
    }

    @Test
    void refusesNodesThatSayTooLittleOrTooMuch() {
        // Given
        ObjectNode senseless = byRule("contributor", "{\"op\": \"score\", \"n\": 3}");

        // When
        Response refused = Api.post(northwind.admin(), "/achievements", senseless);

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.pointer"))
                .containsExactlyInAnyOrder("/criteria/atLeastScaled", "/criteria/n");
    }

    @Test
    void retiresForGood() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(1)));
        JsonNode reason = read("{\"reason\": \"Replaced by another\"}");

        // When
        Response retired = Api.post(northwind.admin(), "/achievements/contributor/retire", reason);

        // Then
        assertThat(retired.statusCode()).isEqualTo(200);
        assertThat(retired.jsonPath().getString("retiredAt")).isNotBlank();
        Event told =
                Topics.await(ACHIEVEMENTS, event -> event.key().equals(northwind.tenant() + ":contributor:retired"));
        EventSchemas.assertValid("dev.touchstone.achievement.retired.v1", told.data());
        assertThat(told.data().path("lastVersion").asInt()).isEqualTo(1);
        assertThat(Api.post(northwind.admin(), "/achievements/contributor/retire", reason)
                        .jsonPath()
                        .getString("retiredAt"))
                .isEqualTo(retired.jsonPath().getString("retiredAt"));
        assertThat(Api.post(northwind.admin(), "/achievements", byRule("contributor", merged(2)))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void retiredIsNotAwardedToAnybodyNew() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(1)));
        Api.publish(northwind, byRule("finisher", evidence("urn:end")));
        var maya = northwind.person("maya");
        Api.post(northwind.admin(), "/achievements/contributor/retire", read("{}"))
                .then()
                .statusCode(200);

        // When
        Topics.publish(Organisation.EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        Topics.publish(Organisation.EVIDENCE, northwind.verified(maya, "work-event", "delivered", "urn:end"));

        // Then
        northwind.awaitPassed(maya, "finisher");
        assertThat(northwind.passed(maya, "contributor")).isEmpty();
    }

    @Test
    void listsPageByPage() {
        // Given
        List.of("bravo", "alpha", "charlie").forEach(id -> Api.publish(northwind, byRule(id, merged(1))));
        String maya = northwind.token("maya", "employee");

        // When
        JsonPath first = Api.get(maya, "/achievements?limit=2").jsonPath();

        // Then
        JsonPath second = Api.get(maya, "/achievements?limit=2&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(first.getList("items.achievementId")).containsExactly("alpha", "bravo");
        assertThat(second.getList("items.achievementId")).containsExactly("charlie");
        assertThat(second.getString("next")).isNull();
        assertThat(Api.get(maya, "/achievements?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void versionsHaveNoGapsHoweverManyPublishAtOnce() throws Exception {
        // Given
        ExecutorService issuers = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int n = 1; n <= 12; n++) {
            JsonNode definition = byRule("contributor", merged(n));
            requests.add(() -> Api.publish(northwind, definition).getInt("version"));
        }

        // When
        List<Integer> versions = new ArrayList<>();
        for (Future<Integer> answer : issuers.invokeAll(requests)) {
            versions.add(answer.get());
        }
        issuers.shutdown();

        // Then
        assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    private Response withKey(String key, JsonNode definition) {
        return given().auth()
                .oauth2(northwind.admin())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(definition.toString())
                .post("/assessment/v1/achievements");
    }

    private Event awaitPublished(String achievementId, int version) {
        return Topics.await(
                ACHIEVEMENTS, event -> event.key().equals(northwind.tenant() + ":" + achievementId + ":v" + version));
    }
}
