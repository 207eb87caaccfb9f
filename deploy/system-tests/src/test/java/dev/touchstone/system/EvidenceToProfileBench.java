package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.local.demo.Http;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from the answer that accepts a piece of evidence to the profile that shows what came of it, on the
 * packaged services with fsync on. Pieces are sent at their times whether earlier ones are through or not. No part of the
 * build: {@code mvn verify -pl deploy/system-tests -am -Dtest=None -Dit.test=EvidenceToProfileBench
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}; {@code -Dbench.rate} and {@code
 * -Dbench.seconds} change the load, {@code -Dbench.warmup.rate} and {@code -Dbench.warmup.seconds} what goes before it.
 */
class EvidenceToProfileBench {

    private static final int RATE = Integer.getInteger("bench.rate", 20);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    /** Four services compile themselves on these cores in their first minutes: at the full rate that is a backlog. */
    private static final int WARM_UP_RATE = Integer.getInteger("bench.warmup.rate", 8);

    private static final int WARM_UP = WARM_UP_RATE * Integer.getInteger("bench.warmup.seconds", 240);
    private static final int SENDERS = 64;

    @TempDir
    private Path directory;

    private final Http http = new Http();

    @Test
    void staysShortUnderASteadyStream() throws Exception {
        try (RunningSystem system = RunningSystem.start(directory)) {
            Workload workload = Workload.prepare(system, WARM_UP + SECONDS * RATE);
            Map<Integer, Instant> accepted = send(workload, 0, WARM_UP, WARM_UP_RATE);
            accepted.putAll(send(workload, WARM_UP, workload.size(), RATE));
            new Outcome(system, workload).assertComplete();
            List<Long> millis = new ArrayList<>();
            for (int person = WARM_UP; person < workload.size(); person++) {
                millis.add(Duration.between(accepted.get(person), projected(system, workload, person))
                        .toMillis());
            }
            assertThat(millis).hasSize(SECONDS * RATE);
            print("in the profile", millis);
        }
    }

    /** When each person's piece was accepted. */
    private static Map<Integer, Instant> send(Workload workload, int from, int to, int rate) throws Exception {
        ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);
        Map<Integer, Instant> accepted = new ConcurrentHashMap<>();
        List<Future<?>> pieces = new ArrayList<>();
        try {
            for (int person = from; person < to; person++) {
                int sent = person;
                pieces.add(senders.schedule(
                        () -> {
                            workload.send(sent, sent + 1);
                            accepted.put(sent, Instant.now());
                        },
                        (person - from) * 1_000_000L / rate,
                        TimeUnit.MICROSECONDS));
            }
            for (Future<?> piece : pieces) {
                piece.get();
            }
        } finally {
            senders.shutdownNow();
        }
        return accepted;
    }

    /** When the news reached the profile. Asked for at the end: clients that look all the time would be the load. */
    private Instant projected(RunningSystem system, Workload workload, int person) {
        String passport = system.addresses().profile() + "/profile/v1/people/" + workload.personId(person);
        return Instant.parse(http.get(passport, workload.as("issuer-admin"))
                .expect(200)
                .body()
                .at("/freshness/projectedAt")
                .asText());
    }

    private static void print(String what, List<Long> millis) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.printf(
                "evidence accepted -> %s: p50 %d ms, p90 %d ms, p99 %d ms, highest %d ms; %d pieces at %d a second, JDK %s%n",
                what,
                at(sorted, 0.5),
                at(sorted, 0.9),
                at(sorted, 0.99),
                at(sorted, 1),
                sorted.size(),
                RATE,
                System.getProperty("java.version"));
    }

    private static long at(List<Long> sorted, double quantile) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(quantile * (sorted.size() - 1))));
    }
}
