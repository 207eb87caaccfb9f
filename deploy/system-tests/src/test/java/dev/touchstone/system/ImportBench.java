package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.local.demo.Http;
import dev.touchstone.local.part.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large file imported into the packaged service (192 MB of heap, fsync on), killed in the middle and sent again: how
 * fast each tenth goes, what memory it takes, and whether every row came to its end once. Then the report is read page by
 * page. No part of the build: {@code mvn verify -pl deploy/system-tests -am -Dtest=None -Dit.test=ImportBench
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}; {@code -Dbench.rows} for another
 * number than 200,000, {@code -Dbench.format=ndjson} for the other format.
 */
class ImportBench {

    private static final long ROWS = Long.getLong("bench.rows", 200_000);
    private static final boolean CSV =
            !System.getProperty("bench.format", "csv").equals("ndjson");
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final int PAGE = 200;

    @TempDir
    private Path directory;

    private final Http http = new Http();
    private RunningSystem system;

    @Test
    void everyRowComesToItsEndOnceWhateverTheSize() throws Exception {
        ImportFile file = ImportFile.write(directory.resolve("rows"), ROWS, CSV);
        try (RunningSystem running = RunningSystem.start(directory, Service.EVIDENCE_INTAKE)) {
            system = running;
            ImportFile.people().forEach(this::hire);
            long begun = System.nanoTime();
            CompletableFuture<HttpResponse<String>> first = send(file);
            watch(first, ROWS / 2);
            system.kill(Service.EVIDENCE_INTAKE);
            first.handle((answer, cutOff) -> answer).join();
            system.restart(Service.EVIDENCE_INTAKE);
            long kept = progress();
            long again = System.nanoTime();
            CompletableFuture<HttpResponse<String>> second = send(file);
            Awaitility.await().atMost(PATIENCE).pollInterval(LOOK).until(() -> second.isDone() || progress() > kept);
            System.out.printf("killed; %d rows were kept, read over in %.1f s%n", kept, seconds(again));
            watch(second, Long.MAX_VALUE);
            assertThat(second.join().statusCode()).as(second.join().body()).isEqualTo(200);
            System.out.printf("%d rows in %.0f s in all%n", ROWS, seconds(begun));
            JsonNode whole = newest();
            print(whole);
            file.assertOutcome(whole);
            readReport(whole);
            assertToldOnce(whole.path("accepted").asLong());
        }
    }

    private CompletableFuture<HttpResponse<String>> send(ImportFile file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(intake() + "/intake/v1/evidence:import"))
                .header("Authorization", as())
                .header("Idempotency-Key", "bench")
                .header("Content-Type", CSV ? "text/csv" : "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofFile(file.path()))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .sendAsync(request, BodyHandlers.ofString());
    }

    /** Prints each tenth, until the answer comes or so many rows are done. */
    private void watch(CompletableFuture<?> answer, long until) {
        long[] last = {progress(), System.nanoTime()};
        Awaitility.await().atMost(PATIENCE).pollInterval(LOOK).until(() -> {
            long rows = answer.isDone() ? ROWS : progress();
            if (rows - last[0] >= ROWS / 10) {
                System.out.printf(
                        "%9d rows: %6.0f a second, %d MB held%n",
                        rows,
                        (rows - last[0]) / seconds(last[1]),
                        system.memory(Service.EVIDENCE_INTAKE).orElse(0) / 1_000_000);
                last[0] = rows;
                last[1] = System.nanoTime();
            }
            return answer.isDone() || rows >= until;
        });
    }

    private long progress() {
        return newest().path("rows").asLong();
    }

    private JsonNode newest() {
        return get("/intake/v1/imports").path("items").path(0);
    }

    /** All of it, and the refused rows on their own. */
    private void readReport(JsonNode whole) {
        Map<String, Long> states = new HashMap<>();
        pages(whole, "", states);
        for (String state : Set.of("accepted", "parked", "duplicate", "refused")) {
            assertThat(states.getOrDefault(state, 0L))
                    .as(state)
                    .isEqualTo(whole.path(state).asLong());
        }
        states.clear();
        pages(whole, "&state=refused", states);
        assertThat(states)
                .containsExactly(Map.entry("refused", whole.path("refused").asLong()));
    }

    private void pages(JsonNode whole, String filter, Map<String, Long> states) {
        String url = "/intake/v1/imports/" + whole.path("importId").asText() + "/rows?limit=" + PAGE + filter;
        String cursor = "";
        long line = 0;
        int pages = 0;
        double slowest = 0;
        long begun = System.nanoTime();
        while (cursor != null) {
            long asked = System.nanoTime();
            JsonNode page = get(url + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            slowest = Math.max(slowest, seconds(asked));
            pages++;
            for (JsonNode row : page.path("items")) {
                assertThat(row.path("line").asLong()).isGreaterThan(line);
                line = row.path("line").asLong();
                states.merge(row.path("state").asText(), 1L, Long::sum);
            }
            cursor = page.path("next").asText(null);
        }
        System.out.printf(
                "report%s: %d pages of %d, %.1f ms each, the slowest %.1f ms%n",
                filter, pages, PAGE, seconds(begun) * 1000 / pages, slowest * 1000);
    }

    private void assertToldOnce(long accepted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(told()).hasSize(Math.toIntExact(accepted)));
        System.out.printf("%d events, one of each piece%n", accepted);
    }

    /** By the pieces they tell of; a relay that is killed may tell of one twice, but by the same event. */
    private Set<String> told() {
        Map<String, String> events = new HashMap<>();
        Set<String> pieces = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record :
                new Topic(system.bootstrapServers(), "touchstone.evidence").records()) {
            String piece = ImportFile.evidenceId(record.value());
            String event = Topic.header(record, "ce_id");
            assertThat(events.putIfAbsent(piece, event)).isIn(null, event);
            pieces.add(piece);
        }
        return pieces;
    }

    private void hire(Map<String, Object> people) {
        http.post(intake() + "/intake/v1/people", as(), people).expect(200);
    }

    private JsonNode get(String path) {
        return http.get(intake() + path, as()).expect(200).body();
    }

    private String as() {
        return "Bearer " + system.token("northwind", "bench", Set.of("integration-admin"));
    }

    private String intake() {
        return system.addresses().intake();
    }

    private static void print(JsonNode whole) {
        System.out.printf(
                "%d rows: %d accepted, %d parked, %d duplicate, %d refused%n",
                whole.path("rows").asLong(),
                whole.path("accepted").asLong(),
                whole.path("parked").asLong(),
                whole.path("duplicate").asLong(),
                whole.path("refused").asLong());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
