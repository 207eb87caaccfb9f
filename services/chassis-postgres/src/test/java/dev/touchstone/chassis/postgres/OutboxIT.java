package dev.touchstone.chassis.postgres;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventMetrics;
import dev.touchstone.chassis.event.KafkaProducers;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.testkit.Tokens;
import dev.touchstone.testkit.Topics;
import io.agroal.api.AgroalDataSource;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.LateBoundSpanProcessor;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ChassisIT
class OutboxIT {

    private static final String TOPIC = "touchstone.people";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    KafkaProducers producers;

    @Inject
    EventMetrics metrics;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    @Any
    Instance<LateBoundSpanProcessor> exporting;

    @Test
    void publishesWhatATransactionCommitted() {
        // Given
        String text = "committed " + UUID.randomUUID();

        // When
        String id = write("northwind", UUID.randomUUID().toString(), text, false)
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        Event event = Topics.await(TOPIC, found -> found.subject().equals(id));
        assertThat(event.tenant()).isEqualTo("northwind");
        assertThat(event.key()).isEqualTo("northwind:" + id);
        assertThat(event.source()).isEqualTo("/services/chassis-test");
        assertThat(event.data().path("text").asText()).isEqualTo(text);
        assertThat(event.correlationId()).isEqualTo(event.id());
        await().atMost(5, SECONDS).untilAsserted(() -> assertThat(outboxRows()).isZero());
    }

    @Test
    void carriesTheTraceOfTheRequestThoughNobodyCollectsIt() {
        // Given
        String traceId = UUID.randomUUID().toString().replace("-", "");

        // When
        String id = given().auth()
                .oauth2(Tokens.bearer("northwind", "maya", "employee"))
                .header("Idempotency-Key", traceId)
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .contentType("application/json")
                .body(Map.of("text", "traced"))
                .post("/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        Event event = Topics.await(TOPIC, found -> found.subject().equals(id));
        assertThat(event.traceparent()).contains(traceId);
        assertThat(exporting.get()).isSameAs(RemoveableLateBoundSpanProcessor.INSTANCE);
    }

    @Test
    void publishesNothingOfATransactionThatFailed() {
        // Given
        String lost = "rolled back " + UUID.randomUUID();
        String kept = "after it " + UUID.randomUUID();

        // When
        write("northwind", UUID.randomUUID().toString(), lost, true).statusCode(500);

        // Then
        write("northwind", UUID.randomUUID().toString(), kept, false).statusCode(201);
        Topics.await(TOPIC, found -> found.data().path("text").asText().equals(kept));
        assertThat(Topics.all(TOPIC))
                .noneMatch(found -> found.data().path("text").asText().equals(lost));
        given().auth()
                .oauth2(Tokens.bearer("northwind", "maya", "employee"))
                .get("/notes")
                .then()
                .body("findAll { it == '" + lost + "' }.size()", equalTo(0));
    }

    @Test
    void keepsTheOrderPerKeyWithSeveralRelays() throws Exception {
        // Given
        String run = UUID.randomUUID().toString();
        int keys = 10;
        int perKey = 150;
        ExecutorService relays = Executors.newFixedThreadPool(3);
        List<Callable<Void>> work = new ArrayList<>();
        work.add(() -> insert(run, keys, perKey));
        IntStream.range(0, 2).forEach(relay -> work.add(() -> relayUntilEmpty(run, keys * perKey)));

        // When
        for (var done : relays.invokeAll(work)) {
            done.get();
        }
        relays.shutdown();

        // Then
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(sequences(run).values().stream()
                                .mapToInt(List::size)
                                .sum())
                        .isEqualTo(keys * perKey));
        assertThat(sequences(run))
                .hasSize(keys)
                .allSatisfy((key, sequence) -> assertThat(sequence)
                        .isEqualTo(IntStream.range(0, perKey).boxed().toList()));
    }

    @Test
    void answersTheSameRequestWithTheFirstAnswer() {
        // Given
        String key = UUID.randomUUID().toString();
        String text = "once " + key;
        String first =
                write("northwind", key, text, false).statusCode(201).extract().path("id");

        // When
        ValidatableResponse second = write("northwind", key, text, false);

        // Then
        second.statusCode(201).body("id", equalTo(first)).header("Idempotency-Replayed", "true");
        write("northwind", key, "another body", false)
                .statusCode(422)
                .body("type", equalTo("urn:touchstone:problem:key-reused"));
        write("contoso", key, "another organisation's key", false).statusCode(201);
    }

    @Test
    void actsForNobodyUnderTheWordForEverybody() {
        // When
        Throwable refusal = catchThrowable(() -> unitOfWork
                .inTenant("*", session -> Uni.createFrom().item("reached"))
                .await()
                .indefinitely());

        // Then
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void showsNoOrganisationTheRowsOfAnother() {
        // Given
        String text = "northwind only " + UUID.randomUUID();
        write("northwind", UUID.randomUUID().toString(), text, false).statusCode(201);

        // When
        List<String> seen = given().auth()
                .oauth2(Tokens.bearer("contoso", "otto", "employee"))
                .get("/notes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("", String.class);

        // Then
        assertThat(seen).doesNotContain(text);
    }

    private static ValidatableResponse write(String tenant, String key, String text, boolean fail) {
        return given().auth()
                .oauth2(Tokens.bearer(tenant, "maya", "employee"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("text", text, "fail", fail))
                .post("/notes")
                .then();
    }

    private Void insert(String run, int keys, int perKey) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        with acting as (select set_config('touchstone.tenant', '*', true))
                        insert into outbox (id, tenant_id, topic, message_key, type, source, subject, occurred_at,
                                            correlation_id, data)
                        select ?, 'northwind', 'touchstone.people', ?, 'test.order', 'test', ?, now(), ?, ?
                        from acting""")) {
            for (int i = 0; i < perKey; i++) {
                for (int key = 0; key < keys; key++) {
                    insert.setObject(1, UUID.randomUUID());
                    insert.setString(2, run + ":" + key);
                    insert.setString(3, run);
                    insert.setObject(4, UUID.randomUUID());
                    insert.setBytes(5, ("{\"i\":" + i + "}").getBytes());
                    insert.executeUpdate();
                }
            }
        }
        return null;
    }

    private Void relayUntilEmpty(String run, int expected) throws Exception {
        OutboxBatch relay = new OutboxBatch(dataSource, producers, metrics, 37);
        long deadline = System.nanoTime() + SECONDS.toNanos(20);
        while (System.nanoTime() < deadline
                && sequences(run).values().stream().mapToInt(List::size).sum() < expected) {
            relay.publish();
        }
        relay.reset();
        return null;
    }

    private static Map<String, List<Integer>> sequences(String run) {
        return Topics.all(TOPIC).stream()
                .filter(event -> event.subject().equals(run))
                .collect(Collectors.groupingBy(
                        Event::key,
                        Collectors.mapping(event -> event.data().path("i").asInt(), Collectors.toList())));
    }

    private long outboxRows() throws Exception {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('touchstone.tenant', '*', true)");
            try (var result = statement.executeQuery("select count(*) from outbox")) {
                result.next();
                return result.getLong(1);
            } finally {
                connection.rollback();
            }
        }
    }
}
