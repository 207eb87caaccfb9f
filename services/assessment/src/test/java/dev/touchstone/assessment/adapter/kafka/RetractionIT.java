package dev.touchstone.assessment.adapter.kafka;

import static dev.touchstone.assessment.support.Definitions.byPeople;
import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.CREDENTIALS;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.testkit.Topics;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Evidence that is taken back. */
@AssessmentIT
class RetractionIT {

    private final Organisation northwind = new Organisation("northwind");
    private final String mayas = northwind.token("maya", "employee");

    @Test
    void openCaseDoesWithoutItAndShowsThat() {
        // Given
        UUID maya = northwind.person("maya");
        Api.publish(northwind, byPeople("safe-releases", merged(1)));
        Event piece = northwind.verified(maya, "work-event", "merged", "urn:pr:1");
        Topics.publish(EVIDENCE, piece);
        String caseId = Api.awaitOwnCase(mayas, "safe-releases", "ready");

        // When
        Event retracted = northwind.retracted(maya, piece);
        Topics.publish(EVIDENCE, retracted);
        Topics.publish(EVIDENCE, retracted);

        // Then
        JsonPath file = Api.await(
                mayas, "/cases/" + caseId, body -> body.getString("state").equals("collecting"));
        assertThat(file.getList("evidence")).isEmpty();
        assertThat(file.getList("retracted.evidenceId"))
                .containsExactly(piece.data().path("evidenceId").asText());
        assertThat(file.getList("retracted.reason")).containsExactly("withdrawn");
        assertThat(file.getList("retracted.review")).containsExactly(false);
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:2"));
        assertThat(Api.awaitOwnCase(mayas, "safe-releases", "ready"))
                .as("the case goes on with what comes later")
                .isEqualTo(caseId);
    }

    @Test
    void decisionStandsAndIsMarkedForReview() {
        // Given
        UUID maya = northwind.person("maya");
        Api.publish(northwind, byRule("safe-releases", merged(1)));
        Event piece = northwind.verified(maya, "work-event", "merged", "urn:pr:1");
        Topics.publish(EVIDENCE, piece);
        northwind.awaitPassed(maya, "safe-releases");
        String caseId = Api.awaitOwnCase(mayas, "safe-releases", "decided");

        // When
        Topics.publish(EVIDENCE, northwind.retracted(maya, piece));

        // Then
        JsonPath file = Api.await(mayas, "/cases/" + caseId, body -> body.get("retracted") != null);
        assertThat(file.getList("retracted.review")).containsExactly(true);
        assertThat(file.getString("decision.outcome")).isEqualTo("passed");
        assertThat(Api.get(mayas, "/mine").jsonPath().getList("items.review")).containsExactly(true);
    }

    @Test
    void decisionIsUpheldOrLeavesWithItsCredential() {
        // Given
        UUID maya = northwind.person("maya");
        northwind.person("mo");
        String moderator = northwind.token("mo", "moderator");
        List<String> cases = new ArrayList<>();
        for (String achievement : List.of("safe-releases", "clean-merges")) {
            Api.publish(northwind, byRule(achievement, merged(1)));
        }
        Event piece = northwind.verified(maya, "work-event", "merged", "urn:pr:1");
        Topics.publish(EVIDENCE, piece);
        Event passed = northwind.awaitPassed(maya, "safe-releases");
        northwind.awaitPassed(maya, "clean-merges");
        cases.add(Api.awaitOwnCase(mayas, "safe-releases", "decided"));
        cases.add(Api.awaitOwnCase(mayas, "clean-merges", "decided"));
        Topics.publish(EVIDENCE, northwind.retracted(maya, piece));
        JsonPath listed =
                Api.await(moderator, "/reviews", body -> body.getList("items").size() == 2);
        assertThat(listed.getList("items.caseId")).containsExactlyInAnyOrderElementsOf(cases);
        assertThat(listed.getList("items.retracted")).containsExactly(1, 1);
        String elsewhere = new Organisation("contoso").token("mo", "moderator");
        assertThat(Api.get(elsewhere, "/reviews").jsonPath().getList("items")).isEmpty();
        String herself = northwind.token("maya", "moderator");
        assertThat(Api.post(herself, "/reviews/" + cases.get(1) + "/uphold").statusCode())
                .isEqualTo(403);

        // When
        int upheld = Api.post(moderator, "/reviews/" + cases.get(1) + "/uphold").statusCode();

        // Then
        assertThat(upheld).isEqualTo(204);
        assertThat(Api.post(moderator, "/reviews/" + cases.get(1) + "/uphold").statusCode())
                .isEqualTo(404);
        assertThat(Api.get(moderator, "/reviews").jsonPath().getList("items.caseId"))
                .containsExactly(cases.get(0));
        UUID credential = UUID.randomUUID();
        UUID decision = UUID.fromString(passed.data().path("decisionId").asText());
        Topics.publish(CREDENTIALS, northwind.issued(credential, decision, maya, "safe-releases"));
        Topics.publish(CREDENTIALS, northwind.revoked(credential, maya, "safe-releases"));
        Api.await(moderator, "/reviews", body -> body.getList("items").isEmpty());
    }

    @Test
    void whatIsTakenBackBeforeItComesNeverCounts() {
        // Given
        UUID maya = northwind.person("maya");
        Api.publish(northwind, byRule("safe-releases", merged(1)));
        Event piece = northwind.verified(maya, "work-event", "merged", "urn:pr:1");
        Api.publish(northwind, byRule("first-steps", merged(1).replace("merged", "resolved")));

        // When
        Topics.publish(EVIDENCE, northwind.retracted(maya, piece));
        Topics.publish(EVIDENCE, piece);
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "resolved", "urn:ticket:1"));

        // Then
        northwind.awaitPassed(maya, "first-steps");
        assertThat(northwind.passed(maya, "safe-releases")).isEmpty();
        Api.publish(northwind, byRule("later-published", merged(1)));
        Api.publish(northwind, byRule("marker", merged(1).replace("merged", "resolved")));
        northwind.awaitPassed(maya, "marker");
        assertThat(northwind.passed(maya, "later-published")).isEmpty();
    }
}
