package dev.touchstone.assessment.adapter.kafka;

import static dev.touchstone.assessment.support.Definitions.allOf;
import static dev.touchstone.assessment.support.Definitions.byPeople;
import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.evidence;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.ASSESSMENTS;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.testkit.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * How long a piece of evidence takes from the broker's acknowledgement to the decision, at 20 pieces a second, and how
 * long a burst takes to the last award on the topic; 200 other achievements in the catalogue. No part of the build:
 * {@code mvn -pl services/assessment -am verify -Dit.test=EvidenceBench -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@AssessmentIT
class EvidenceBench {

    private static final int STEADY = 600;
    private static final int BURST = 3_000;

    private final Organisation northwind = new Organisation("northwind");

    @Test
    void takesInEvidence() {
        for (int n = 0; n < 200; n++) {
            Api.publish(northwind, byPeople("other-" + n, allOf(evidence("urn:other:" + n), merged(50))));
        }
        Api.publish(northwind, byRule("finisher", evidence("urn:end")));
        burst("warm-up", 500);
        steady();
        burst("burst", BURST);
    }

    private void steady() {
        Map<String, Long> sentAt = new HashMap<>();
        long next = System.nanoTime();
        for (int n = 0; n < STEADY; n++) {
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            next += Duration.ofMillis(50).toNanos();
            UUID person = Uuid7.next();
            Topics.publish(EVIDENCE, finishing(person));
            sentAt.put(person.toString(), System.currentTimeMillis());
        }
        awaitAwards(sentAt.size(), sentAt.keySet());
        List<Long> millis = new ArrayList<>();
        for (Event event : awards()) {
            Long sent = sentAt.get(event.subject());
            if (sent != null) {
                millis.add(event.time().toEpochMilli() - sent);
            }
        }
        Collections.sort(millis);
        System.out.printf(
                "evidence to decision at 20/s: p50 %d ms, p99 %d ms, longest %d ms; %d pieces%n",
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.get(millis.size() - 1),
                millis.size());
        assertThat(millis).hasSize(STEADY);
    }

    private void burst(String name, int pieces) {
        Map<String, Long> sentAt = new HashMap<>();
        for (int n = 0; n < pieces; n++) {
            UUID person = Uuid7.next();
            sentAt.put(person.toString(), 0L);
            Topics.publish(EVIDENCE, finishing(person));
        }
        long begun = System.nanoTime();
        awaitAwards(pieces, sentAt.keySet());
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%s: %d pieces, the last %.1f s after the last was sent%n", name, pieces, seconds);
    }

    private void awaitAwards(int count, java.util.Set<String> people) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline) {
            long seen = awards().stream()
                    .filter(event -> people.contains(event.subject()))
                    .count();
            if (seen >= count) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("not all awards came");
    }

    private List<Event> awards() {
        return Topics.all(ASSESSMENTS).stream()
                .filter(event -> event.tenant().equals(northwind.tenant()))
                .toList();
    }

    private Event finishing(UUID personId) {
        return northwind.verified(personId, "work-event", "delivered", "urn:end");
    }
}
