package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.local.demo.Http;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
 * -Dbench.seconds} change the load.
 */
class EvidenceToProfileBench {

    private static final int RATE = Integer.getInteger("bench.rate", 20);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final int WARM_UP = 30 * RATE;
    private static final int WATCHERS = 64;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final Http http = new Http();

    /** Milliseconds until the news reached the profile, and until a client that looks now and then saw it. */
    private record Latency(long projected, long seen) {}

    @Test
    void staysShortUnderASteadyStream() throws Exception {
        try (RunningSystem system = RunningSystem.start(directory)) {
            Workload workload = Workload.prepare(system, WARM_UP + SECONDS * RATE);
            play(system, workload, 0, WARM_UP);
            List<Latency> latencies = play(system, workload, WARM_UP, workload.size());
            assertThat(latencies).hasSize(SECONDS * RATE);
            print("in the profile", latencies.stream().map(Latency::projected).toList());
            print("seen by a client", latencies.stream().map(Latency::seen).toList());
        }
    }

    private List<Latency> play(RunningSystem system, Workload workload, int from, int to) throws Exception {
        ScheduledExecutorService watchers = Executors.newScheduledThreadPool(WATCHERS);
        try {
            String authorization = workload.as("issuer-admin");
            List<Future<Latency>> pieces = new ArrayList<>();
            for (int person = from; person < to; person++) {
                int sent = person;
                pieces.add(watchers.schedule(
                        () -> follow(system, workload, sent, authorization),
                        (person - from) * 1_000_000L / RATE,
                        TimeUnit.MICROSECONDS));
            }
            List<Latency> latencies = new ArrayList<>();
            for (Future<Latency> piece : pieces) {
                latencies.add(piece.get());
            }
            return latencies;
        } finally {
            watchers.shutdownNow();
        }
    }

    private Latency follow(RunningSystem system, Workload workload, int person, String authorization) throws Exception {
        workload.send(person, person + 1);
        Instant accepted = Instant.now();
        String passport = system.addresses().profile() + "/profile/v1/people/" + workload.personId(person);
        while (Duration.between(accepted, Instant.now()).compareTo(PATIENCE) < 0) {
            JsonNode body = http.get(passport, authorization).body();
            if (!body.path("credentials").isEmpty()) {
                Instant projected =
                        Instant.parse(body.at("/freshness/projectedAt").asText());
                return new Latency(
                        Duration.between(accepted, projected).toMillis(),
                        Duration.between(accepted, Instant.now()).toMillis());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        }
        throw new AssertionError("nothing came of the evidence of person " + person);
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
