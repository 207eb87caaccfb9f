package dev.touchstone.assessment.adapter.kafka;

import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.evidence;
import static dev.touchstone.assessment.support.Definitions.held;
import static dev.touchstone.assessment.support.Definitions.judged;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.CREDENTIALS;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.assessment.support.Store;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.testkit.Topics;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is published today may be met by what happened before. */
@AssessmentIT
class EarlierEvidenceIT {

    private final Organisation northwind = new Organisation("northwind");

    @Inject
    Store store;

    @Test
    void earlierEvidenceCountsForWhatIsPublishedLater() {
        // Given
        List<UUID> people = new ArrayList<>();
        for (int n = 0; n < 45; n++) {
            UUID person = Uuid7.next();
            people.add(person);
            send(northwind.verified(person, "work-event", "merged", "urn:pr:1"));
            send(northwind.verified(person, "work-event", "merged", "urn:pr:2"));
        }
        await().atMost(30, SECONDS)
                .untilAsserted(
                        () -> assertThat(store.pieces(northwind.tenant())).isEqualTo(90));

        // When
        Api.publish(northwind, byRule("contributor", merged(2)));

        // Then
        for (UUID person : people) {
            northwind.awaitPassed(person, "contributor");
            assertThat(northwind.passed(person, "contributor")).hasSize(1);
        }
    }

    @Test
    void aClaimForWhatIsPublishedLaterWaits() {
        // Given
        UUID maya = northwind.person("maya");
        send(northwind.claimed(maya, "artefact", "incident-leadership"));
        awaitTakenIn(maya);

        // When
        Api.publish(northwind, judged("incident-leadership", "low"));

        // Then
        Api.awaitOwnCase(northwind.token("maya", "employee"), "incident-leadership", "ready");
    }

    @Test
    void credentialsHeldCountForAPathwayPublishedLater() {
        // Given
        UUID maya = northwind.person("maya");
        Api.publish(northwind, byRule("lifting", evidence("urn:lifting")));
        Api.publish(northwind, byRule("foundation", held("lifting")));
        Topics.publish(CREDENTIALS, northwind.issued(Uuid7.next(), Uuid7.next(), maya, "lifting"));
        northwind.awaitPassed(maya, "foundation");

        // When
        Api.publish(northwind, byRule("site-safety", held("lifting")));

        // Then
        northwind.awaitPassed(maya, "site-safety");
    }

    @Test
    void aNewVersionAwardsWhoWasShortOfTheOldOneAndNobodyTwice() {
        // Given
        Api.publish(northwind, byRule("contributor", merged(2)));
        UUID maya = northwind.person("maya");
        UUID otto = northwind.person("otto");
        send(northwind.verified(maya, "work-event", "merged", "urn:pr:1"));
        send(northwind.verified(maya, "work-event", "merged", "urn:pr:2"));
        send(northwind.verified(otto, "work-event", "merged", "urn:pr:3"));
        northwind.awaitPassed(maya, "contributor");
        Api.awaitOwnCase(northwind.token("otto", "employee"), "contributor", "collecting");

        // When
        Api.publish(northwind, byRule("contributor", merged(1)));

        // Then
        Event ottos = northwind.awaitPassed(otto, "contributor");
        assertThat(ottos.data().path("achievementVersion").asInt()).isEqualTo(2);
        send(northwind.verified(maya, "work-event", "merged", "urn:pr:4"));
        awaitTakenIn(maya);
        assertThat(northwind.passed(maya, "contributor"))
                .singleElement()
                .satisfies(passed -> assertThat(
                                passed.data().path("achievementVersion").asInt())
                        .isEqualTo(1));
        assertThat(Api.get(northwind.token("otto", "employee"), "/mine")
                        .jsonPath()
                        .getList("items.state"))
                .as("what was superseded is not shown")
                .containsExactly("decided");
    }

    /** Evidence that is being taken in while a version is published is neither overlooked nor counted twice. */
    @Test
    void nobodyIsLostBetweenEvidenceAndPublishing() throws Exception {
        // Given
        List<UUID> people = new ArrayList<>();
        for (int n = 0; n < 150; n++) {
            people.add(Uuid7.next());
        }
        ExecutorService publisher = Executors.newSingleThreadExecutor();

        // When
        Future<?> publishing = null;
        for (int n = 0; n < people.size(); n++) {
            send(northwind.verified(people.get(n), "work-event", "merged", "urn:pr:1"));
            if (n == people.size() / 3) {
                publishing = publisher.submit(() -> Api.publish(northwind, byRule("contributor", merged(1))));
            }
        }
        publishing.get();
        publisher.shutdown();

        // Then
        for (UUID person : people) {
            northwind.awaitPassed(person, "contributor");
        }
        for (UUID person : people) {
            assertThat(northwind.passed(person, "contributor")).hasSize(1);
        }
    }

    private void awaitTakenIn(UUID personId) {
        String marker = "marker-" + UUID.randomUUID().toString().substring(0, 8);
        Api.publish(northwind, byRule(marker, evidence("urn:" + marker)));
        send(northwind.verified(personId, "work-event", "delivered", "urn:" + marker));
        northwind.awaitPassed(personId, marker);
    }

    private static void send(Event event) {
        Topics.publish(EVIDENCE, event);
    }
}
