package dev.touchstone.assessment.adapter.kafka;

import static dev.touchstone.assessment.support.Definitions.allOf;
import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.evidence;
import static dev.touchstone.assessment.support.Definitions.held;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.CREDENTIALS;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.testkit.Topics;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials as criteria, and pathways. */
@AssessmentIT
class CredentialsIT {

    private static final List<String> PARTS = List.of("lifting", "first-aid", "fire-safety");

    private final Organisation northwind = new Organisation("northwind");

    @Inject
    @All
    List<EventHandler> handlers;

    @BeforeEach
    void publishPathway() {
        PARTS.forEach(part -> Api.publish(northwind, byRule(part, evidence("urn:" + part))));
        Api.publish(northwind, byRule("site-safety", allOf(held("lifting"), held("first-aid"), held("fire-safety"))));
    }

    @Test
    void threeCredentialsCompleteAPathwayInWhateverOrder() {
        // Given
        List<List<Integer>> orders = List.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0));
        List<UUID> people = orders.stream().map(order -> Uuid7.next()).toList();

        // When
        for (int person = 0; person < people.size(); person++) {
            for (int part : orders.get(person)) {
                Event issued = issued(people.get(person), PARTS.get(part));
                Topics.publish(CREDENTIALS, issued);
                Topics.publish(CREDENTIALS, issued);
            }
        }

        // Then
        for (UUID person : people) {
            Event passed = northwind.awaitPassed(person, "site-safety");
            assertThat(passed.data().path("evidence")).isEmpty();
            assertThat(passed.data().path("reasons")).hasSize(3);
            assertThat(northwind.passed(person, "site-safety")).hasSize(1);
        }
    }

    /** As they come from several partitions, streams and replicas: all at once, each of them twice. */
    @Test
    void threeCredentialsAtOnceCompleteAPathwayOnce() throws Exception {
        // Given
        List<UUID> people = new ArrayList<>();
        List<Callable<Void>> arrivals = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            UUID person = Uuid7.next();
            people.add(person);
            for (String part : PARTS) {
                Event issued = issued(person, part);
                arrivals.add(() -> handle(issued));
                arrivals.add(() -> handle(issued));
            }
        }
        Collections.shuffle(arrivals, new Random(42));
        ExecutorService replicas = Executors.newFixedThreadPool(12);

        // When
        for (Future<Void> done : replicas.invokeAll(arrivals)) {
            done.get();
        }
        replicas.shutdown();

        // Then
        for (UUID person : people) {
            northwind.awaitPassed(person, "site-safety");
            assertThat(northwind.passed(person, "site-safety")).hasSize(1);
        }
    }

    @Test
    void evidenceAndCredentialsAtOnceLeadToOneAward() throws Exception {
        // Given
        Api.publish(northwind, byRule("site-lead", allOf(held("first-aid"), merged(2))));
        List<UUID> people = new ArrayList<>();
        List<Callable<Void>> arrivals = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            UUID person = Uuid7.next();
            people.add(person);
            arrivals.add(() -> handle(issued(person, "first-aid")));
            arrivals.add(() -> handle(northwind.verified(person, "work-event", "merged", "urn:pr:1")));
            arrivals.add(() -> handle(northwind.verified(person, "work-event", "merged", "urn:pr:2")));
        }
        Collections.shuffle(arrivals, new Random(43));
        ExecutorService replicas = Executors.newFixedThreadPool(12);

        // When
        for (Future<Void> done : replicas.invokeAll(arrivals)) {
            done.get();
        }
        replicas.shutdown();

        // Then
        for (UUID person : people) {
            northwind.awaitPassed(person, "site-lead");
            assertThat(northwind.passed(person, "site-lead")).hasSize(1);
        }
    }

    @Test
    void aRevocationThatComesBeforeTheIssueHolds() {
        // Given
        UUID maya = northwind.person("maya");
        UUID credential = Uuid7.next();
        Event issued = northwind.issued(credential, Uuid7.next(), maya, "lifting");
        Event revoked = northwind.revoked(credential, maya, "lifting");

        // When
        List.of(revoked, issued, revoked, issued).forEach(event -> Topics.publish(CREDENTIALS, event));
        Topics.publish(CREDENTIALS, issued(maya, "first-aid"));
        Topics.publish(CREDENTIALS, issued(maya, "fire-safety"));

        // Then
        String token = northwind.token("maya", "employee");
        assertThat(Api.await(
                                token,
                                "/mine",
                                body -> body.getList("items").size() == 1
                                        && body.getString("items[0].progress.trace.words")
                                                .startsWith("2 of 3"))
                        .getString("items[0].progress.trace.of[0].words"))
                .isEqualTo("Revoked: the credential lifting");
        assertThat(northwind.passed(maya, "site-safety")).isEmpty();
    }

    @Test
    void afterARevocationOnlyPeopleAwardAgain() {
        // Given
        UUID maya = northwind.person("maya");
        Topics.publish(EVIDENCE, northwind.verified(maya, "course-completion", "completed", "urn:lifting"));
        Event passed = northwind.awaitPassed(maya, "lifting");
        UUID decision = UUID.fromString(passed.data().path("decisionId").asText());
        UUID credential = Uuid7.next();
        Topics.publish(CREDENTIALS, northwind.issued(credential, decision, maya, "lifting"));
        Topics.publish(CREDENTIALS, northwind.revoked(credential, maya, "lifting"));
        Topics.publish(CREDENTIALS, issued(maya, "first-aid"));
        String token = northwind.token("maya", "employee");
        Api.awaitOwnCase(token, "site-safety", "collecting");

        // When
        Topics.publish(EVIDENCE, northwind.verified(maya, "course-completion", "completed", "urn:lifting"));

        // Then
        Api.awaitOwnCase(token, "lifting", "ready");
        assertThat(northwind.passed(maya, "lifting")).hasSize(1);
    }

    private Event issued(UUID personId, String achievementId) {
        return northwind.issued(Uuid7.next(), Uuid7.next(), personId, achievementId);
    }

    private Void handle(Event event) {
        handlers.stream()
                .filter(handler -> handler.type().equals(event.type()))
                .findFirst()
                .orElseThrow()
                .handle(event)
                .await()
                .indefinitely();
        return null;
    }
}
