package dev.touchstone.assessment.adapter.kafka;

import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.judged;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static dev.touchstone.assessment.support.Organisation.PEOPLE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.assessment.support.Store;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people turn out to be one. */
@AssessmentIT
class MergedPeopleIT {

    private final Organisation northwind = new Organisation("northwind");
    private UUID maya;
    private UUID other;

    @Inject
    Store store;

    @BeforeEach
    void twoPeople() {
        maya = northwind.person("maya");
        other = northwind.person("other");
    }

    @Test
    void whatBothShowedTogetherIsRecognised() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(2)));
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        Topics.publish(EVIDENCE, northwind.verified(other, "work-event", "merged", "urn:pr:2"));
        awaitPieces(2);

        // When
        Event merge = northwind.merged(other, maya, 2);
        Topics.publish(PEOPLE, merge);
        Topics.publish(PEOPLE, merge);

        // Then
        northwind.awaitPassed(maya, "contributor");
        assertThat(northwind.passed(maya, "contributor")).hasSize(1);
        assertThat(northwind.passed(other, "contributor")).isEmpty();
    }

    @Test
    void whatArrivesLateAboutWhoWasMergedIsAboutTheSurvivor() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(2)));
        Api.publish(northwind, judged("incident-leadership", "low"));
        Topics.publish(EVIDENCE, northwind.claimed(other, "artefact", "incident-leadership"));
        awaitPieces(1);
        Topics.publish(PEOPLE, northwind.merged(other, maya, 2));
        Api.awaitOwnCase(northwind.token("maya", "employee"), "incident-leadership", "ready");

        // When
        Topics.publish(EVIDENCE, northwind.verified(other, "work-event", "merged", "urn:pr:1"));
        Topics.publish(EVIDENCE, northwind.verified(other, "work-event", "merged", "urn:pr:2"));

        // Then
        northwind.awaitPassed(maya, "contributor");
        assertThat(northwind.passed(other, "contributor")).isEmpty();
    }

    @Test
    void twoCasesForOneAchievementBecomeOneWithAllTheEvidence() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(3)));
        Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        Topics.publish(EVIDENCE, northwind.verified(other, "work-event", "merged", "urn:pr:2"));
        Topics.publish(EVIDENCE, northwind.verified(other, "work-event", "merged", "urn:pr:3"));
        awaitPieces(3);

        // When
        Topics.publish(PEOPLE, northwind.merged(other, maya, 2));

        // Then
        northwind.awaitPassed(maya, "contributor");
    }

    /** The survivor is merged while evidence of the one who was merged waits for their lock. */
    @Test
    void whatWaitsWhileTheSurvivorIsMergedIsTheLastOnes() throws Exception {
        // Given
        UUID last = northwind.person("last");
        Topics.publish(PEOPLE, northwind.merged(other, maya, 2));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(store.texts(
                                "select person_id from merged_person where tenant_id = ?", northwind.tenant()))
                        .hasSize(1));

        // When
        store.whileSomebodyWaitsFor(northwind.tenant() + ":" + maya, () -> {
            Topics.publish(EVIDENCE, northwind.verified(other, "work-event", "merged", "urn:pr:1"));
            return List.of(
                    "update merged_person set merged_into = '" + last + "' where person_id = '" + other + "'",
                    "insert into merged_person (person_id, tenant_id, merged_into, version) values ('" + maya + "', '"
                            + northwind.tenant() + "', '" + last + "', 2)");
        });

        // Then
        awaitPieces(1);
        assertThat(store.texts("select person_id from evidence where tenant_id = ?", northwind.tenant()))
                .containsExactly(last.toString());
    }

    private void awaitPieces(int count) {
        await().atMost(30, SECONDS)
                .untilAsserted(
                        () -> assertThat(store.pieces(northwind.tenant())).isEqualTo(count));
    }
}
