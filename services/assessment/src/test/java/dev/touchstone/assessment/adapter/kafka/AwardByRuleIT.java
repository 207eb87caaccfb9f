package dev.touchstone.assessment.adapter.kafka;

import static dev.touchstone.assessment.support.Definitions.allOf;
import static dev.touchstone.assessment.support.Definitions.byPeople;
import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.evidence;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Definitions.read;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static dev.touchstone.assessment.support.Organisation.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.testkit.Topics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What evidence leads to without anybody's doing. */
@AssessmentIT
class AwardByRuleIT {

    private final Organisation northwind = new Organisation("northwind");

    @Test
    void awardsOnceTheCriteriaAreMet() {
        // Given
        Api.publish(northwind, byRule("contributor", allOf(merged(2), evidence("urn:course:git"))));
        UUID maya = northwind.person("maya");
        Event last = northwind.verified(maya, "course-completion", "completed", "urn:course:git");

        // When
        send(northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        send(northwind.verified(maya, "work-event", "merged", "urn:pr:2"));
        send(last);

        // Then
        Event passed = northwind.awaitPassed(maya, "contributor");
        assertThat(passed.data().path("basis").asText()).isEqualTo("rule");
        assertThat(passed.data().path("decidedBy")).isEmpty();
        assertThat(passed.data().path("evidence")).hasSize(3);
        assertThat(passed.data().path("skills").path(0).path("ordinal").asInt()).isEqualTo(1);
        assertThat(passed.data().path("reasons").toString()).contains("2 of 2").contains("1 of 1");
        assertThat(passed.causationId()).isEqualTo(last.id());
        assertThat(passed.correlationId()).isEqualTo(last.correlationId());
        assertThat(passed.source()).isEqualTo("/services/assessment");
    }

    @Test
    void awardsOnceHoweverOftenEvidenceComes() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(2)));
        UUID maya = northwind.person("maya");
        Event first = northwind.verified(maya, "work-event", "merged", "urn:pr:1");
        Event second = northwind.verified(maya, "work-event", "merged", "urn:pr:2");
        Event firstRetold = northwind.event(first.type(), maya, (ObjectNode) first.data());

        // When
        List.of(first, first, firstRetold, second, second, first, firstRetold).forEach(AwardByRuleIT::send);

        // Then
        northwind.awaitPassed(maya, "contributor");
        behindEverything(maya);
        assertThat(northwind.passed(maya, "contributor"))
                .singleElement()
                .satisfies(passed -> assertThat(passed.data().path("evidence")).hasSize(2));
    }

    @Test
    void isWithoutRegardToTheOrderOfEvidence() {
        // Given
        Api.publish(northwind, byRule("contributor", allOf(merged(1), evidence("urn:course:git"))));
        UUID maya = northwind.person("maya");
        UUID otto = northwind.person("otto");

        // When
        send(northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        send(northwind.verified(maya, "course-completion", "completed", "urn:course:git"));
        send(northwind.verified(otto, "course-completion", "completed", "urn:course:git"));
        send(northwind.verified(otto, "work-event", "merged", "urn:pr:1"));

        // Then
        Event mayas = northwind.awaitPassed(maya, "contributor");
        Event ottos = northwind.awaitPassed(otto, "contributor");
        assertThat(mayas.data().path("reasons")).isEqualTo(ottos.data().path("reasons"));
    }

    @Test
    void needsNotKnowThePersonFirst() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(1)));
        UUID late = Uuid7.next();

        // When
        send(northwind.verified(late, "work-event", "merged", "urn:pr:1"));
        northwind.awaitPassed(late, "contributor");
        Topics.publish(PEOPLE, northwind.personChanged(late, 1, "late", null));

        // Then
        String token = northwind.token("late", "employee");
        assertThat(Api.await(token, "/mine", body -> body.getList("items").size() == 1)
                        .getString("items[0].decision.outcome"))
                .isEqualTo("passed");
    }

    @Test
    void countsEvidenceForEveryAchievementThatItConcerns() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(1)));
        Api.publish(northwind, byRule("regular", merged(2)));
        Api.publish(northwind, byPeople("reviewer", merged(1)));
        UUID maya = northwind.person("maya");

        // When
        send(northwind.verified(maya, "work-event", "merged", "urn:pr:1"));

        // Then
        String token = northwind.token("maya", "employee");
        Api.awaitOwnCase(token, "contributor", "decided");
        Api.awaitOwnCase(token, "regular", "collecting");
        Api.awaitOwnCase(token, "reviewer", "ready");
        assertThat(northwind.passed(maya, "reviewer")).isEmpty();
    }

    @Test
    void awardsAHigherLevelOnceItIsReached() {
        // Given
        ObjectNode ladder = byRule("contributor", merged(1));
        ladder.set(
                "levels",
                read("[{\"ordinal\": 1, \"name\": \"Once\"}, {\"ordinal\": 2, \"name\": \"Often\", \"gate\": "
                        + merged(3) + "}]"));
        Api.publish(northwind, ladder);
        UUID maya = northwind.person("maya");

        // When
        for (int n = 1; n <= 4; n++) {
            send(northwind.verified(maya, "work-event", "merged", "urn:pr:" + n));
        }

        // Then
        behindEverything(maya);
        assertThat(northwind.passed(maya, "contributor"))
                .extracting(passed -> passed.data().path("level").path("name").asText())
                .containsExactly("Once", "Often");
    }

    @Test
    void keepsWhatItCannotReadForAPerson() {
        // Given
        UUID maya = northwind.person("maya");
        ObjectNode data =
                northwind.verifiedData(maya, "work-event", "merged", "urn:pr:1").put("evidenceId", "none");
        Event unreadable = northwind.verified(maya, "work-event", "merged", "urn:pr:1");
        Event broken = new Event(
                Uuid7.next(),
                unreadable.type(),
                unreadable.source(),
                unreadable.subject(),
                unreadable.time(),
                unreadable.tenant(),
                unreadable.correlationId(),
                null,
                null,
                unreadable.key(),
                data);

        // When
        send(broken);

        // Then
        String operator = northwind.token("ops", "integration-admin");
        assertThat(org.awaitility.Awaitility.await()
                        .until(
                                () -> io.restassured.RestAssured.given()
                                        .auth()
                                        .oauth2(operator)
                                        .get("/ops/v1/dead-letters")
                                        .jsonPath(),
                                letters -> letters.getList("items").size() == 1)
                        .getString("items[0].code"))
                .isEqualTo("SCHEMA_VIOLATION");
    }

    /** Sends something behind all that was sent about the person, and waits for it. */
    private void behindEverything(UUID personId) {
        String marker = "marker-" + UUID.randomUUID().toString().substring(0, 8);
        Api.publish(northwind, byRule(marker, evidence("urn:" + marker)));
        send(northwind.verified(personId, "work-event", "delivered", "urn:" + marker));
        northwind.awaitPassed(personId, marker);
    }

    private static void send(Event event) {
        Topics.publish(EVIDENCE, event);
    }
}
