package dev.touchstone.assessment.adapter.kafka;

import static dev.touchstone.assessment.support.Definitions.doubleMarked;
import static dev.touchstone.assessment.support.Definitions.judged;
import static dev.touchstone.assessment.support.Organisation.ASSESSMENTS;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static dev.touchstone.assessment.support.Organisation.PEOPLE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Judgements;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.assessment.support.Store;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people turn out to be one, and one of them assesses, or both do. */
@AssessmentIT
class MergedAssessorsIT {

    private static final String LEADERSHIP = "incident-leadership";

    private final Organisation northwind = new Organisation("northwind");
    private final String ida = northwind.assessor("ida");
    private final String ben = northwind.assessor("ben");
    private UUID maya;
    private UUID other;
    private UUID idasId;
    private UUID bensId;

    @Inject
    Store store;

    @BeforeEach
    void people() {
        idasId = northwind.person("ida");
        bensId = northwind.person("ben");
        maya = northwind.person("maya");
        other = northwind.person("other");
    }

    @Test
    void whoHasACaseThatGivesWayIsReleased() {
        // Given
        Api.publish(northwind, judged(LEADERSHIP, "low"));
        readyCase(maya, "maya");
        String given = readyCase(other, "other");
        Api.post(ida, "/cases/" + given + "/claim").then().statusCode(200);

        // When
        merge(other, maya);

        // Then
        Event released = awaitTold("released", given, 2);
        EventSchemas.assertValid(released.type(), released.data());
        assertThat(released.key()).isEqualTo(northwind.tenant() + ":" + maya);
        assertThat(released.data().path("assessorId").asText()).isEqualTo(idasId.toString());
        assertThat(released.data().path("personId").asText()).isEqualTo(maya.toString());
        assertThat(Api.get(ida, "/claims").jsonPath().getList("items")).isEmpty();
        assertThat(store.texts("select state from assessment_case where case_id = ?", UUID.fromString(given)))
                .containsExactly("superseded");
    }

    @Test
    void aCaseNobodyHasGivesWayWithoutAWord() {
        // Given
        Api.publish(northwind, judged(LEADERSHIP, "low"));
        readyCase(maya, "maya");
        String given = readyCase(other, "other");

        // When
        merge(other, maya);

        // Then
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(store.texts(
                                "select state from assessment_case where case_id = ?", UUID.fromString(given)))
                        .containsExactly("superseded"));
        assertThat(told(given)).isEmpty();
    }

    @Test
    void theSurvivorNeverHasTheirOwnCase() {
        // Given
        Api.publish(northwind, judged(LEADERSHIP, "low"));
        String own = readyCase(maya, "maya");
        String others = northwind.assessor("other");
        Api.post(others, "/cases/" + own + "/claim").then().statusCode(200);

        // When
        merge(other, maya);

        // Then
        awaitTold("released", own, 2);
        String again = awaitOtherCase("maya", own);
        assertThat(Api.post(northwind.assessor("maya"), "/cases/" + again + "/claim")
                        .jsonPath()
                        .getString("detail"))
                .isEqualTo("Nobody judges themselves.");
        Api.post(ben, "/cases/" + again + "/claim").then().statusCode(200);
    }

    @Test
    void whatTheSurvivorJudgedOfThemselvesCountsNoMore() {
        // Given
        Api.publish(northwind, doubleMarked(LEADERSHIP, "low"));
        String own = readyCase(maya, "maya");
        judge(northwind.assessor("other"), own, 202);

        // When
        merge(other, maya);

        // Then
        String again = awaitOtherCase("maya", own);
        judge(ida, again, 202);
        judge(ben, again, 201);
        assertThat(northwind.awaitPassed(maya, LEADERSHIP).data().path("decidedBy"))
                .extracting(Object::toString)
                .containsExactly("\"" + idasId + "\"", "\"" + bensId + "\"");
    }

    @Test
    void whatSomebodyHasTheSurvivorGoesOnWith() {
        // Given
        Api.publish(northwind, judged(LEADERSHIP, "low"));
        String path = readyCase(maya, "maya");
        Api.post(ida, "/cases/" + path + "/claim").then().statusCode(200);

        // When
        Event merge = merge(idasId, bensId);
        Topics.publish(PEOPLE, merge);

        // Then
        Event claimed = awaitTold("claimed", path, 2);
        EventSchemas.assertValid(claimed.type(), claimed.data());
        assertThat(claimed.data().path("assessorId").asText()).isEqualTo(bensId.toString());
        judge(ben, path, 201);
        awaitTold("released", path, 4);
        assertThat(told(path)).containsExactly("claimed 1", "claimed 2", "claimed 3", "released 4");
    }

    @Test
    void whatSomebodyJudgedTheSurvivorDoesNotJudgeAgain() {
        // Given
        Api.publish(northwind, doubleMarked(LEADERSHIP, "low"));
        String path = readyCase(maya, "maya");
        judge(ida, path, 202);

        // When
        merge(idasId, bensId);

        // Then
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(Api.post(ben, "/cases/" + path + "/claim")
                                .jsonPath()
                                .getString("detail"))
                        .startsWith("You have judged this case already."));
        judge(northwind.assessor("other"), path, 201);
    }

    @Test
    void twoJudgementsThatWereGivenStayTwo() {
        // Given
        Api.publish(northwind, doubleMarked(LEADERSHIP, "low"));
        String path = readyCase(maya, "maya");
        judge(ida, path, 202);
        Api.post(ben, "/cases/" + path + "/claim").then().statusCode(200);

        // When
        merge(idasId, bensId);

        // Then
        awaitTold("released", path, 4);
        assertThat(Api.get(ben, "/claims").jsonPath().getList("items")).isEmpty();
    }

    @Test
    void whoAttestedAsSomebodyElseDoesNotJudgeIt() {
        // Given
        Api.publish(northwind, judged(LEADERSHIP, "low"));
        Topics.publish(EVIDENCE, northwind.submitted(maya, "testimony", "attested", idasId, LEADERSHIP));
        String path = Api.awaitOwnCase(northwind.token("maya", "employee"), LEADERSHIP, "ready");

        // When
        merge(idasId, bensId);

        // Then
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> Api.post(ben, "/cases/" + path + "/claim").then().statusCode(403));
        UUID carl = northwind.person("carl");
        Topics.publish(EVIDENCE, northwind.submitted(carl, "testimony", "attested", idasId, LEADERSHIP));
        String late = Api.awaitOwnCase(northwind.token("carl", "employee"), LEADERSHIP, "ready");
        Api.post(ben, "/cases/" + late + "/claim").then().statusCode(403);
    }

    @Test
    void nobodyAttestsAboutThemselves() {
        // Given
        Topics.publish(EVIDENCE, northwind.submitted(maya, "testimony", "attested", other, LEADERSHIP));
        Topics.publish(EVIDENCE, northwind.submitted(maya, "testimony", "attested", idasId, LEADERSHIP));
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> assertThat(store.pieces(northwind.tenant())).isEqualTo(2));

        // When
        merge(other, maya);

        // Then
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(trustByAge()).containsExactly("declared", "attested"));
        Topics.publish(EVIDENCE, northwind.submitted(other, "testimony", "attested", maya, LEADERSHIP));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(trustByAge()).containsExactly("declared", "attested", "declared"));
    }

    private List<String> trustByAge() {
        return store.texts("select trust from evidence where tenant_id = ? order by evidence_id", northwind.tenant());
    }

    private String readyCase(UUID person, String login) {
        for (String assessor : List.of(ida, ben, northwind.assessor("other"))) {
            Api.await(assessor, "/queue", body -> true);
        }
        Topics.publish(EVIDENCE, northwind.claimed(person, "artefact", LEADERSHIP));
        return Api.awaitOwnCase(northwind.token(login, "employee"), LEADERSHIP, "ready");
    }

    /** The id of a ready case of the person that is not this one. */
    private String awaitOtherCase(String login, String former) {
        String wanted = "items.find { it.state == 'ready' && it.caseId != '" + former + "' }.caseId";
        return Api.await(northwind.token(login, "employee"), "/mine", body -> body.getString(wanted) != null)
                .getString(wanted);
    }

    private static void judge(String assessor, String caseId, int expected) {
        String path = "/cases/" + caseId;
        Api.post(assessor, path + "/claim").then().statusCode(200);
        Api.post(
                        assessor,
                        path + "/judgements",
                        Judgements.at(Api.get(assessor, path).jsonPath(), 3, 3))
                .then()
                .statusCode(expected);
    }

    private Event merge(UUID merged, UUID into) {
        Event merge = northwind.merged(merged, into, 2);
        Topics.publish(PEOPLE, merge);
        return merge;
    }

    private static Event awaitTold(String fact, String caseId, int sequence) {
        return Topics.await(
                ASSESSMENTS,
                event -> event.type().equals("dev.touchstone.assessment." + fact + ".v1")
                        && event.data().path("caseId").asText().equals(caseId)
                        && event.data().path("sequence").asInt() == sequence);
    }

    /** Who got and lost the case, in the order of its sequence. */
    private static List<String> told(String caseId) {
        return Topics.all(ASSESSMENTS).stream()
                .filter(event -> event.data().path("caseId").asText().equals(caseId))
                .filter(event -> event.data().has("sequence"))
                .map(event -> event.type().replaceAll(".*assessment\\.(.*)\\.v1", "$1") + " "
                        + event.data().path("sequence").asInt())
                .toList();
    }
}
