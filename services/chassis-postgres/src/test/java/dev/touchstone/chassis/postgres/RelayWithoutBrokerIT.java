package dev.touchstone.chassis.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventMetrics;
import dev.touchstone.chassis.event.KafkaProducers;
import dev.touchstone.testkit.Topics;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A service that starts while the broker is away lets go of the outbox soon, and loses no order over it. */
@ChassisIT
@TestProfile(RelayWithoutBrokerIT.RelayAtRest.class)
class RelayWithoutBrokerIT {

    private static final String TOPIC = "touchstone.people";
    private static final int ROWS = 60;
    private static final Duration BOUND = Duration.ofSeconds(20);

    /** The service's own relay does not look by itself, so that the test's relays have the rows for themselves. */
    public static class RelayAtRest implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("touchstone.outbox.poll", "1h");
        }
    }

    @Inject
    AgroalDataSource dataSource;

    @Inject
    KafkaProducers producers;

    @Inject
    EventMetrics metrics;

    @Test
    void givesUpSoonAndKeepsTheOrderOnceTheBrokerIsThere() throws Exception {
        // Given
        String run = UUID.randomUUID().toString();
        insert(run);
        KafkaProducers nowhere =
                new KafkaProducers(Map.of("bootstrap.servers", "localhost:1"), new SimpleMeterRegistry());
        OutboxBatch away = relay(nowhere);
        OutboxBatch there = relay(producers);
        Instant start = Instant.now();

        // When
        Throwable gaveUp = catchThrowable(away::publish);

        // Then
        assertThat(gaveUp).hasMessageContaining("took 0 of");
        assertThat(Duration.between(start, Instant.now())).isLessThan(BOUND);
        away.reset();
        nowhere.producer().close(Duration.ZERO);
        await().atMost(20, SECONDS).until(() -> !there.publish());
        there.reset();
        assertThat(sequence(run)).isEqualTo(IntStream.range(0, ROWS).boxed().toList());
    }

    private OutboxBatch relay(KafkaProducers through) {
        return new OutboxBatch(dataSource, through, metrics, 1000);
    }

    private void insert(String run) throws Exception {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        with acting as (select set_config('touchstone.tenant', '*', true))
                        insert into outbox (id, tenant_id, topic, message_key, type, source, subject, occurred_at,
                                            correlation_id, data)
                        select gen_random_uuid(), 'northwind', ?, ?, 'test.order', 'test', ?, now(),
                               gen_random_uuid(), convert_to('{"i":' || n || '}', 'UTF8')
                        from acting, generate_series(0, ? - 1) n order by n""")) {
            insert.setString(1, TOPIC);
            insert.setString(2, "northwind:" + run);
            insert.setString(3, run);
            insert.setInt(4, ROWS);
            insert.executeUpdate();
        }
    }

    private static List<Integer> sequence(String run) {
        return Topics.all(TOPIC).stream()
                .filter(event -> run.equals(event.subject()))
                .map(Event::data)
                .map(data -> data.path("i").asInt())
                .toList();
    }
}
