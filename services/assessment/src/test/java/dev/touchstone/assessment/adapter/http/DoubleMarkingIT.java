package dev.touchstone.assessment.adapter.http;

import static dev.touchstone.assessment.support.Definitions.doubleMarked;
import static dev.touchstone.assessment.support.Organisation.ASSESSMENTS;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Judgements;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.assessment.support.Store;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Topics;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two assessors, blind of each other, and a moderator where they do not agree. */
@AssessmentIT
class DoubleMarkingIT {

    private static final String LEADERSHIP = "incident-leadership";
    private static final String IDAS_WORDS = "Only Ida says this.";

    private final Organisation northwind = new Organisation("northwind");
    private final String ida = northwind.assessor("ida");
    private final String ben = northwind.assessor("ben");
    private final String mo = northwind.token("mo", "employee", "moderator");
    private final String mayas = northwind.token("maya", "employee");
    private UUID maya;
    private UUID idasId;
    private UUID bensId;
    private UUID mosId;

    @Inject
    Store store;

    @BeforeEach
    void people() {
        idasId = northwind.person("ida");
        bensId = northwind.person("ben");
        mosId = northwind.person("mo");
        maya = northwind.person("maya");
    }

    @Test
    void twoWhoAgreeDecideAtTheLowerLevel() {
        // Given
        String path = readyCase();
        Response first = judge(ida, path, 3, 3);

        // When
        Response second = judge(ben, path, 3, 2);

        // Then
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(202);
        assertThat(first.jsonPath().getString("state")).isEqualTo("ready");
        assertThat(first.jsonPath().getString("awaiting")).isEqualTo("assessor");
        assertThat(second.statusCode()).as(second.asString()).isEqualTo(201);
        assertThat(second.jsonPath().getString("level.name")).isEqualTo("Practitioner");
        Event passed = northwind.awaitPassed(maya, LEADERSHIP);
        assertThat(passed.data().path("basis").asText()).isEqualTo("assessor");
        assertThat(passed.data().path("settlement").asText()).isEqualTo("consensus");
        assertThat(passed.data().path("decidedBy"))
                .extracting(Object::toString)
                .containsExactly("\"" + idasId + "\"", "\"" + bensId + "\"");
        assertThat(passed.data().path("judgedBy").findValuesAsText("part")).containsExactly("first", "second");
        assertThat(passed.data().at("/level/ordinal").asInt()).isEqualTo(2);
        assertThat(northwind.passed(maya, LEADERSHIP)).hasSize(1);
        awaitClaimEvents(path, "claimed 1", "released 2", "claimed 3", "released 4");
    }

    @Test
    void theSecondDoesNotSeeTheFirstUntilTheirOwnIsIn() {
        // Given
        String path = readyCase();
        judge(ida, path, 3, 1).then().statusCode(202);
        Api.post(ben, path + "/claim").then().statusCode(200);

        // When
        Response seen = Api.get(ben, path);

        // Then
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.asString()).doesNotContain(IDAS_WORDS).doesNotContain(idasId.toString());
        assertThat(seen.jsonPath().getList("judgements")).isNull();
        assertThat(Api.get(ben, "/claims").asString()).doesNotContain(idasId.toString());
        assertThat(Api.get(northwind.token("ben", "assessor", "moderator"), path)
                        .asString())
                .as("nor by being a moderator as well")
                .doesNotContain(IDAS_WORDS);
        assertThat(Api.get(mo, path).asString()).doesNotContain(IDAS_WORDS);
        assertThat(Api.get(mayas, path).asString()).doesNotContain(IDAS_WORDS);
        assertThat(Api.get(mayas, "/mine").asString()).doesNotContain(IDAS_WORDS);
        assertThat(Topics.all(ASSESSMENTS))
                .filteredOn(event -> event.tenant().equals(northwind.tenant()))
                .noneMatch(event -> event.data().toString().contains(IDAS_WORDS));
        JsonPath own = Api.get(ida, path).jsonPath();
        assertThat(own.getList("judgements.part"))
                .as("who judged reads their own")
                .containsExactly("first");
        assertThat(own.getList("judgements[0].criteria.comment")).contains(IDAS_WORDS);
    }

    @Test
    void onceBothAreInTheyReadEachOther() {
        // Given
        String path = readyCase();
        judge(ida, path, 3, 3).then().statusCode(202);

        // When
        judge(ben, path, 3, 2).then().statusCode(201);

        // Then
        for (String reader : List.of(ida, ben, mo)) {
            JsonPath file = Api.get(reader, path).jsonPath();
            assertThat(file.getList("judgements.assessorId"))
                    .as("both originals are kept")
                    .containsExactly(idasId.toString(), bensId.toString());
        }
        JsonPath hers = Api.get(mayas, path).jsonPath();
        assertThat(hers.getList("judgements"))
                .as("the earner reads the decision")
                .isNull();
        assertThat(hers.getString("decision.settlement")).isEqualTo("consensus");
        assertThat(Api.get(northwind.assessor("eve"), path).statusCode()).isEqualTo(403);
    }

    @Test
    void theSameAssessorIsRefusedTheSecondTime() {
        // Given
        String path = readyCase();
        judge(ida, path, 3, 3).then().statusCode(202);

        // When
        Response again = Api.post(ida, path + "/claim");

        // Then
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.jsonPath().getString("detail"))
                .isEqualTo("You have judged this case already. The next judgement has to be somebody else's.");
        assertThat(Api.post(ida, path + "/judgements", Judgements.confirmed()).statusCode())
                .isEqualTo(403);
        assertThat(Api.get(ida, "/queue").jsonPath().getList("items")).isEmpty();
        assertThat(Api.get(ben, "/queue").jsonPath().getList("items.caseId")).containsExactly(path.substring(7));
        assertThat(northwind.passed(maya, LEADERSHIP)).isEmpty();
    }

    @Test
    void aModeratorJudgesAloneWhereTheTwoDoNotAgree() {
        // Given
        String path = readyCase();
        judge(ida, path, 1, 3).then().statusCode(202);
        Response second = judge(ben, path, 3, 3);
        Api.post(mo, path + "/claim").then().statusCode(200);
        JsonPath file = Api.get(mo, path).jsonPath();

        // When
        Response decided = Api.post(mo, path + "/judgements", commented(file, 2, 3, "Led, did not teach."));

        // Then
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.jsonPath().getString("awaiting")).isEqualTo("moderator");
        assertThat(file.getList("judgements.part")).containsExactly("first", "second");
        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(201);
        assertThat(decided.jsonPath().getString("settlement")).isEqualTo("moderated");
        assertThat(decided.jsonPath().getMap("comments")).containsValue("Led, did not teach.");
        Event passed = northwind.awaitPassed(maya, LEADERSHIP);
        assertThat(passed.data().path("decidedBy").path(0).asText()).isEqualTo(mosId.toString());
        assertThat(passed.data().path("decidedBy")).hasSize(1);
        assertThat(passed.data().path("judgedBy").findValuesAsText("personId"))
                .containsExactly(idasId.toString(), bensId.toString(), mosId.toString());
        awaitClaimEvents(path, "claimed 1", "released 2", "claimed 3", "released 4", "claimed 5", "released 6");
    }

    @Test
    void aModeratorSaysWhyWhereTheTwoDiffer() {
        // Given
        String path = readyCase();
        judge(ida, path, 1, 3).then().statusCode(202);
        judge(ben, path, 3, 3).then().statusCode(202);
        Api.post(mo, path + "/claim").then().statusCode(200);

        // When
        Response silent = Api.post(
                mo, path + "/judgements", Judgements.at(Api.get(mo, path).jsonPath(), 2, 3));

        // Then
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(silent.jsonPath().getList("errors.pointer")).containsExactly("/criteria/0/comment");
        assertThat(Api.get(mo, path).jsonPath().getString("state")).isEqualTo("claimed");
    }

    @Test
    void eachWaitsForTheirOwn() {
        // Given
        String path = readyCase();
        String eve = northwind.assessor("eve");
        northwind.person("eve");
        Api.await(eve, "/queue", body -> true);
        Response tooEarly = Api.post(mo, path + "/claim");
        judge(ida, path, 1, 3).then().statusCode(202);
        judge(ben, path, 3, 3).then().statusCode(202);

        // When
        Response tooLate = Api.post(eve, path + "/claim");

        // Then
        assertThat(tooEarly.statusCode()).isEqualTo(403);
        assertThat(tooEarly.jsonPath().getString("detail")).startsWith("This case waits for an assessor.");
        assertThat(tooLate.statusCode()).isEqualTo(403);
        assertThat(tooLate.jsonPath().getString("detail")).startsWith("Two assessors do not agree");
        assertThat(Api.get(eve, "/queue").jsonPath().getList("items")).isEmpty();
        assertThat(Api.get(mo, "/queue").jsonPath().getList("items.awaiting")).containsExactly("moderator");
        assertThat(Api.post(northwind.token("ida", "assessor", "moderator"), path + "/claim")
                        .statusCode())
                .as("who judged does not moderate")
                .isEqualTo(403);
    }

    @Test
    void nobodyModeratesTheirOwnCase() {
        // Given
        String path = readyCase();
        judge(ida, path, 1, 3).then().statusCode(202);
        judge(ben, path, 3, 3).then().statusCode(202);
        String own = northwind.token("maya", "employee", "moderator");

        // When
        Response claimed = Api.post(own, path + "/claim");

        // Then
        assertThat(claimed.statusCode()).isEqualTo(403);
        assertThat(claimed.jsonPath().getString("detail")).isEqualTo("Nobody judges themselves.");
        assertThat(Api.get(own, "/queue").jsonPath().getList("items")).isEmpty();
        assertThat(Api.get(own, path).jsonPath().getList("judgements")).isNull();
    }

    @Test
    void aSecondClaimRunsOutAsAFirstDoes() {
        // Given
        String path = readyCase();
        judge(ida, path, 3, 3).then().statusCode(202);
        Api.post(ben, path + "/claim").then().statusCode(200);
        ObjectNode bens = Judgements.at(Api.get(ben, path).jsonPath(), 3, 3);
        store.letTheClaimRunOut(UUID.fromString(path.substring(7)));
        String eve = northwind.assessor("eve");
        northwind.person("eve");
        Api.await(eve, "/queue", body -> body.getList("items").size() == 1);

        // When
        Response late = Api.post(ben, path + "/judgements", bens);

        // Then
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Api.post(ida, path + "/claim").statusCode())
                .as("free, but not for who judged")
                .isEqualTo(403);
        assertThat(judge(eve, path, 3, 3).statusCode()).isEqualTo(201);
        awaitClaimEvents(path, "claimed 1", "released 2", "claimed 3", "released 4", "claimed 5", "released 6");
    }

    @Test
    void aSecondClaimIsGivenBackAsAFirstIs() {
        // Given
        String path = readyCase();
        judge(ida, path, 3, 3).then().statusCode(202);
        Api.post(ben, path + "/claim").then().statusCode(200);

        // When
        Response released = Api.post(ben, path + "/release");

        // Then
        assertThat(released.statusCode()).isEqualTo(200);
        assertThat(Api.get(ida, path).jsonPath().getList("judgements.part")).containsExactly("first");
        assertThat(Api.get(ben, "/queue").jsonPath().getList("items")).hasSize(1);
        assertThat(Api.get(ben, path).statusCode())
                .as("no longer theirs to read")
                .isEqualTo(403);
    }

    @Test
    void theSameFirstJudgementSentAgainIsOne() {
        // Given
        String path = readyCase();
        Api.post(ida, path + "/claim").then().statusCode(200);
        String judgement = Judgements.at(Api.get(ida, path).jsonPath(), 2, 2).toString();

        // When
        List<String> answers = List.of(judgeOnce(ida, path, judgement), judgeOnce(ida, path, judgement));

        // Then
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(Api.get(ida, path).jsonPath().getList("judgements")).hasSize(1);
        awaitClaimEvents(path, "claimed 1", "released 2");
    }

    @Test
    void lateEvidenceIsKeptForTheNextCase() {
        // Given
        String path = readyCase();
        judge(ida, path, 1, 3).then().statusCode(202);
        Event late = northwind.claimed(maya, "artefact", LEADERSHIP);

        // When
        Topics.publish(EVIDENCE, late);
        Topics.publish(EVIDENCE, late);
        UUID pia = northwind.person("pia");
        Topics.publish(EVIDENCE, northwind.claimed(pia, "artefact", LEADERSHIP));
        awaitKept(path);
        JsonPath bens = claimed(ben, path);
        Api.post(ben, path + "/judgements", Judgements.at(bens, 1, 3)).then().statusCode(201);

        // Then
        assertThat(bens.getList("evidence")).as("both judge the same").hasSize(1);
        assertThat(secondClaim(path).data().path("evidenceIds")).hasSize(1);
        northwind.awaitNotYetMet(maya, LEADERSHIP);
        String next = "/cases/" + Api.awaitOwnCase(mayas, LEADERSHIP, "ready");
        assertThat(next).isNotEqualTo(path);
        JsonPath again = claimed(ida, next);
        assertThat(again.getList("evidence"))
                .as("nothing is lost, nothing twice")
                .hasSize(2);
        assertThat(again.getString("awaiting")).isEqualTo("assessor");
    }

    /** Two days later, in any order: whatever comes from elsewhere ends nothing that people began. */
    @Test
    void newVersionsAndPeopleChangingLeaveAHalfMarkedCaseAlone() {
        // Given
        String path = readyCase();
        judge(ida, path, 3, 3).then().statusCode(202);
        ObjectNode second = doubleMarked(LEADERSHIP, "low");
        second.put("marking", "single").put("description", "Another version");

        // When
        Api.publish(northwind, second);
        Topics.publish(Organisation.PEOPLE, northwind.personChanged(maya, 2, "maya", bensId));
        Response decided = judge(ben, path, 3, 3);

        // Then
        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(201);
        assertThat(decided.jsonPath().getInt("achievementVersion")).isEqualTo(1);
        assertThat(decided.jsonPath().getString("settlement")).isEqualTo("consensus");
    }

    private String readyCase() {
        Api.publish(northwind, doubleMarked(LEADERSHIP, "low"));
        Topics.publish(EVIDENCE, northwind.claimed(maya, "artefact", LEADERSHIP));
        String caseId = Api.awaitOwnCase(mayas, LEADERSHIP, "ready");
        for (String token : List.of(ida, ben, mo)) {
            Api.await(token, "/queue", body -> true);
        }
        return "/cases/" + caseId;
    }

    private JsonPath claimed(String token, String path) {
        Api.post(token, path + "/claim").then().statusCode(200);
        return Api.get(token, path).jsonPath();
    }

    private Response judge(String token, String path, int coordination, int communication) {
        return Api.post(
                token,
                path + "/judgements",
                commented(claimed(token, path), coordination, communication, token.equals(ida) ? IDAS_WORDS : "Seen."));
    }

    private static ObjectNode commented(JsonPath file, int coordination, int communication, String comment) {
        ObjectNode judgement = Judgements.at(file, coordination, communication);
        judgement.path("criteria").forEach(criterion -> ((ObjectNode) criterion).put("comment", comment));
        return judgement;
    }

    private static String judgeOnce(String token, String path, String judgement) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", "first-once")
                .contentType("application/json")
                .body(judgement)
                .post("/assessment/v1" + path + "/judgements")
                .then()
                .statusCode(202)
                .extract()
                .asString();
    }

    /** Behind what was sent before: once the other's case is there, the late piece has been taken in. */
    private void awaitKept(String path) {
        Api.awaitOwnCase(northwind.token("pia", "employee"), LEADERSHIP, "ready");
        Api.await(mayas, "/mine", body -> Integer.valueOf(1).equals(body.get("items[0].keptForLater")));
        assertThat(store.texts(
                        "select evidence_id from case_evidence where case_id = ? and later",
                        UUID.fromString(path.substring(7))))
                .hasSize(1);
    }

    private static Event secondClaim(String path) {
        return Topics.await(
                ASSESSMENTS,
                found -> found.type().endsWith(".claimed.v1")
                        && found.data().path("caseId").asText().equals(path.substring(7))
                        && found.data().path("sequence").asInt() == 3);
    }

    private static void awaitClaimEvents(String path, String... expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(claimEvents(path)).containsExactly(expected));
    }

    /** What was told of who has the case, valid and in order. */
    private static List<String> claimEvents(String path) {
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
