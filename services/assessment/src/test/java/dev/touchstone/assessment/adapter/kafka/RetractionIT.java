package dev.touchstone.assessment.adapter.kafka;

import static dev.touchstone.assessment.support.Definitions.byPeople;
import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.testkit.Topics;
import io.restassured.path.json.JsonPath;
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
