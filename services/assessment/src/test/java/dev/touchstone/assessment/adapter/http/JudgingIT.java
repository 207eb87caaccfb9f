package dev.touchstone.assessment.adapter.http;

import static dev.touchstone.assessment.support.Definitions.byPeople;
import static dev.touchstone.assessment.support.Definitions.judged;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.ASSESSMENTS;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Definitions;
import dev.touchstone.assessment.support.Judgements;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.assessment.support.Store;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Topics;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the queue to the decision. */
@AssessmentIT
class JudgingIT {

    private static final String LEADERSHIP = "incident-leadership";

    private final Organisation northwind = new Organisation("northwind");
    private final String ida = northwind.assessor("ida");
    private final String ben = northwind.assessor("ben");
    private final String mayas = northwind.token("maya", "employee");
    private UUID maya;
    private UUID idasId;

    @Inject
    Store store;

    @BeforeEach
    void people() {
        idasId = northwind.person("ida");
        northwind.person("ben");
        maya = northwind.person("maya", idasId);
    }

    @Test
    void claimsJudgesAndDecides() {
        // Given
        String path = readyCase("low");
        Api.post(ida, path + "/claim").then().statusCode(200);
        JsonPath file = Api.get(ida, path).jsonPath();

        // When
        Response decided = Api.post(ida, path + "/judgements", Judgements.at(file, 3, 2));

        // Then
        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(201);
        assertThat(decided.jsonPath().getString("outcome")).isEqualTo("passed");
        assertThat(decided.jsonPath().getString("level.name")).isEqualTo("Practitioner");
        Event passed = northwind.awaitPassed(maya, LEADERSHIP);
        assertThat(passed.data().path("basis").asText()).isEqualTo("assessor");
        assertThat(passed.data().path("settlement").asText()).isEqualTo("single");
        assertThat(passed.data().path("decidedBy").path(0).asText()).isEqualTo(idasId.toString());
        assertThat(passed.data().at("/level/name").asText()).isEqualTo("Practitioner");
        assertThat(passed.data().at("/skills/0/ordinal").asInt()).isEqualTo(2);
        assertThat(passed.data().at("/results/0/status").asText()).isEqualTo("met");
        assertThat(passed.data().path("inputsHash").asText()).startsWith("sha256:");
        assertThat(claimEvents(path)).containsExactly("claimed 1", "released 2");
        assertThat(Api.get(mayas, path).jsonPath().getString("decision.level.name"))
                .isEqualTo("Practitioner");
        assertThat(Api.get(ida, path).statusCode())
                .as("who decided may look it up")
                .isEqualTo(200);
    }

    @Test
    void saysWhatIsMissingAndLetsThePersonTryAgain() {
        // Given
        String path = readyCase("low");
        Api.post(ida, path + "/claim").then().statusCode(200);
        ObjectNode judgement = Judgements.at(Api.get(ida, path).jsonPath(), 1, 2);
        judgement.putArray("nextSteps").add("Lead the next drill.");
        Api.post(ida, path + "/judgements", judgement).then().statusCode(201);
        Event notYet = northwind.awaitNotYetMet(maya, LEADERSHIP);

        // When
        Topics.publish(EVIDENCE, northwind.claimed(maya, "artefact", LEADERSHIP));

        // Then
        assertThat(notYet.data().path("reasons").toString()).contains("not yet met");
        assertThat(notYet.data().toString())
                .as("an event carries nothing that an assessor wrote of a person")
                .doesNotContain("No rollback was prepared.")
                .doesNotContain("Lead the next drill.");
        JsonPath decided = Api.get(mayas, path).jsonPath();
        assertThat(decided.getMap("decision.comments").values()).contains("No rollback was prepared.");
        assertThat(decided.getList("decision.advice")).containsExactly("Lead the next drill.");
        String second = "/cases/" + Api.awaitOwnCase(mayas, LEADERSHIP, "ready");
        assertThat(second).isNotEqualTo(path);
        Api.post(ben, second + "/claim").then().statusCode(200);
        JsonPath file = Api.get(ben, second).jsonPath();
        assertThat(file.getList("evidence"))
                .as("what was there before is there again")
                .hasSize(2);
        Api.post(ben, second + "/judgements", Judgements.at(file, 2, 2)).then().statusCode(201);
        northwind.awaitPassed(maya, LEADERSHIP);
    }

    @Test
    void pointsAtEverythingThatIsMissingFromAJudgement() {
        // Given
        String path = readyCase("low");
        Api.post(ida, path + "/claim").then().statusCode(200);
        ObjectNode judgement = Judgements.at(Api.get(ida, path).jsonPath(), 1, 2);
        ((ObjectNode) judgement.at("/criteria/0")).remove("comment");
        ((ObjectNode) judgement.at("/criteria/1")).remove("evidenceIds");
        ((ObjectNode) judgement.at("/rulesOfEvidence/currency")).put("met", false);

        // When
        Response refused = Api.post(ida, path + "/judgements", judgement);

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.pointer"))
                .containsExactly("/criteria/0/comment", "/criteria/1/evidenceIds", "/rulesOfEvidence/currency/note");
        assertThat(Api.post(ida, path + "/judgements", Definitions.read("{\"verdict\": \"fine\"}"))
                        .jsonPath()
                        .getList("errors.pointer"))
                .containsExactlyInAnyOrder("/rulesOfEvidence", "/verdict");
        assertThat(Api.get(ida, path).jsonPath().getString("state")).isEqualTo("claimed");
    }

    @Test
    void nobodyJudgesThemselves() {
        // Given
        String own = northwind.token("maya", "employee", "assessor");
        String path = readyCase("low");

        // When
        Response claimed = Api.post(own, path + "/claim");

        // Then
        assertThat(claimed.statusCode()).isEqualTo(403);
        assertThat(claimed.jsonPath().getString("detail")).isEqualTo("Nobody judges themselves.");
        assertThat(Api.get(own, "/queue").jsonPath().getList("items")).isEmpty();
    }

    @Test
    void whoAttestedEvidenceDoesNotJudgeIt() {
        // Given
        Api.publish(northwind, judged(LEADERSHIP, "low"));
        Topics.publish(EVIDENCE, northwind.submitted(maya, "testimony", "attested", idasId, LEADERSHIP));
        String path = "/cases/" + Api.awaitOwnCase(mayas, LEADERSHIP, "ready");
        Api.await(ben, "/queue", body -> body.getList("items").size() == 1);

        // When
        Response claimed = Api.post(ida, path + "/claim");

        // Then
        assertThat(claimed.statusCode()).isEqualTo(403);
        assertThat(Api.get(ida, "/queue").jsonPath().getList("items")).isEmpty();
    }

    @Test
    void managersJudgeTheirPeopleOnlyWhereTheStakesAreLow() {
        // Given
        String path = readyCase("high");
        Api.await(ben, "/queue", body -> body.getList("items").size() == 1);

        // When
        Response claimed = Api.post(ida, path + "/claim");

        // Then
        assertThat(claimed.statusCode()).isEqualTo(403);
        assertThat(Api.get(ida, "/queue").jsonPath().getList("items")).isEmpty();
        assertThat(Api.post(ben, path + "/claim").statusCode()).isEqualTo(200);
    }

    @Test
    void aStaleClaimIsToldWhatToDo() {
        // Given
        String path = readyCase("low");
        Api.post(ida, path + "/claim").then().statusCode(200);
        JsonNode judgement = Judgements.at(Api.get(ida, path).jsonPath(), 3, 3);
        store.letTheClaimRunOut(UUID.fromString(path.substring(7)));

        // When
        Response late = Api.post(ida, path + "/judgements", judgement);

        // Then
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.jsonPath().getString("detail")).endsWith("Claim it (again), then repeat.");
        assertThat(Api.get(ben, "/queue").jsonPath().getList("items")).hasSize(1);
        assertThat(Api.post(ben, path + "/claim").statusCode()).isEqualTo(200);
        assertThat(Api.post(ida, path + "/judgements", judgement).jsonPath().getString("detail"))
                .startsWith("Another assessor has this case now.");
        assertThat(claimEvents(path)).containsExactly("claimed 1", "released 2", "claimed 3");
        assertThat(northwind.passed(maya, LEADERSHIP)).isEmpty();
    }

    @Test
    void aCaseIsGivenBack() {
        // Given
        String path = readyCase("low");
        Api.post(ida, path + "/claim").then().statusCode(200);
        assertThat(Api.get(ida, "/claims").jsonPath().getList("items")).hasSize(1);
        assertThat(Api.get(ben, "/queue").jsonPath().getList("items")).isEmpty();

        // When
        Response released = Api.post(ida, path + "/release");

        // Then
        assertThat(released.jsonPath().getString("state")).isEqualTo("ready");
        assertThat(Api.get(ida, "/claims").jsonPath().getList("items")).isEmpty();
        assertThat(Api.get(ben, "/queue").jsonPath().getList("items")).hasSize(1);
        assertThat(Api.post(ida, path + "/release").statusCode()).isEqualTo(409);
    }

    @Test
    void anAssessorAtWorkMayReadNewEvidence() {
        // Given
        String path = readyCase("low");
        Api.post(ida, path + "/claim").then().statusCode(200);

        // When
        Topics.publish(EVIDENCE, northwind.claimed(maya, "artefact", LEADERSHIP));

        // Then
        Event extended = Topics.await(
                ASSESSMENTS,
                found -> found.type().endsWith(".claimed.v1")
                        && found.data().path("caseId").asText().equals(path.substring(7))
                        && found.data().path("sequence").asInt() == 2);
        assertThat(extended.data().path("evidenceIds")).hasSize(2);
    }

    @Test
    void manyAssessorsAtOnceAndOneHasIt() throws Exception {
        // Given
        String path = readyCase("low");
        ExecutorService assessors = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> claims = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            String token = n % 2 == 0 ? ida : ben;
            claims.add(() -> Api.post(token, path + "/claim").statusCode());
        }

        // When
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> status : assessors.invokeAll(claims)) {
            statuses.add(status.get());
        }
        assessors.shutdown();

        // Then
        assertThat(statuses).containsExactlyInAnyOrder(200, 200, 409, 409);
    }

    @Test
    void theSameJudgementSentAgainDecidesOnce() {
        // Given
        String path = readyCase("low");
        Api.post(ida, path + "/claim").then().statusCode(200);
        String judgement = Judgements.at(Api.get(ida, path).jsonPath(), 2, 2).toString();

        // When
        List<String> answers = List.of(judge(path, judgement), judge(path, judgement));

        // Then
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        northwind.awaitPassed(maya, LEADERSHIP);
        assertThat(northwind.passed(maya, LEADERSHIP)).hasSize(1);
        assertThat(Api.post(ida, path + "/judgements", Definitions.read(judgement))
                        .statusCode())
                .as("without the key it is a second judgement")
                .isEqualTo(409);
    }

    private String judge(String path, String judgement) {
        return given().auth()
                .oauth2(ida)
                .header("Idempotency-Key", "judge-once")
                .contentType("application/json")
                .body(judgement)
                .post("/assessment/v1" + path + "/judgements")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    @Test
    void theQueueComesPageByPageTheLongestWaitingFirst() {
        // Given
        Api.publish(northwind, byPeople("reviewer", merged(1)));
        List<String> waiting = new ArrayList<>();
        for (String login : List.of("pia", "rob", "sue")) {
            UUID person = northwind.person(login);
            Topics.publish(EVIDENCE, northwind.verified(person, "work-event", "merged", "urn:pr:1"));
            waiting.add(Api.awaitOwnCase(northwind.token(login, "employee"), "reviewer", "ready"));
        }

        // When
        JsonPath first = Api.get(ida, "/queue?limit=2").jsonPath();

        // Then
        JsonPath second =
                Api.get(ida, "/queue?limit=2&cursor=" + first.getString("next")).jsonPath();
        assertThat(first.getList("items.caseId")).isEqualTo(waiting.subList(0, 2));
        assertThat(second.getList("items.caseId")).isEqualTo(waiting.subList(2, 3));
        assertThat(first.getString("items[0].earner.displayName")).isEqualTo("Name of pia");
        assertThat(first.getString("items[0].achievementName")).isEqualTo("Name");
        assertThat(first.getInt("items[0].evidenceCount")).isEqualTo(1);
        assertThat(Api.get(ida, "/queue?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void peopleConfirmWhatNeedsNoRubric() {
        // Given
        Api.publish(northwind, byPeople("reviewer", merged(1)));
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        String path = "/cases/" + Api.awaitOwnCase(mayas, "reviewer", "ready");
        Api.await(ida, "/queue", body -> body.getList("items").size() == 1);
        Api.post(ida, path + "/claim").then().statusCode(200);

        // When
        Response decided = Api.post(ida, path + "/judgements", Judgements.confirmed());

        // Then
        assertThat(decided.statusCode()).isEqualTo(201);
        assertThat(northwind.awaitPassed(maya, "reviewer").data().path("results"))
                .isEmpty();
    }

    @Test
    void showsPeopleWhatIsMissing() {
        // Given
        Api.publish(northwind, byPeople("reviewer", merged(3)));

        // When
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:1"));

        // Then
        String path = "/cases/" + Api.awaitOwnCase(mayas, "reviewer", "collecting");
        JsonPath mine = Api.get(mayas, "/mine").jsonPath();
        assertThat(mine.getList("items[0].progress.missing", String.class))
                .containsExactly("2 more of: 3 different × piece of work, merged, reported by a connected system");
        assertThat(mine.getString("items[0].progress.truth")).isEqualTo("not-met");
        assertThat(Api.post(ida, path + "/claim").statusCode()).isEqualTo(409);
    }

    /** Maya's case, ready and seen by assessors. */
    private String readyCase(String stakes) {
        Api.publish(northwind, judged(LEADERSHIP, stakes));
        Topics.publish(EVIDENCE, northwind.claimed(maya, "artefact", LEADERSHIP));
        String caseId = Api.awaitOwnCase(mayas, LEADERSHIP, "ready");
        Api.await(ida, "/queue", body -> true);
        Api.await(ben, "/queue", body -> true);
        return "/cases/" + caseId;
    }

    /** What was told of who has the case, valid and in order. */
    private List<String> claimEvents(String path) {
        List<String> told = new ArrayList<>();
        for (Event event : Topics.all(ASSESSMENTS)) {
            boolean ofThisCase = event.data().path("caseId").asText().equals(path.substring(7));
            String fact = event.type().replaceAll(".*assessment\\.(.*)\\.v1", "$1");
            if (ofThisCase && List.of("claimed", "released").contains(fact)) {
                EventSchemas.assertValid(event.type(), event.data());
                told.add(fact + " " + event.data().path("sequence").asInt());
            }
        }
        return told;
    }
}
