package dev.touchstone.chassis.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testkit.TouchstoneStack;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many rows a second the relay carries from the outbox to the broker, each acknowledged and deleted. No part of the
 * build: {@code mvn -pl services/chassis-postgres -am verify -Dit.test=RelayBench -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@QuarkusTest
@WithTestResource(
        value = TouchstoneStack.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = {
            @ResourceArg(name = "stores", value = "postgres"),
            @ResourceArg(name = "database", value = "chassis")
        })
class RelayBench {

    private static final int RUNS = 5;
    private static final long PEEK_MILLIS = 5;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    RelayWakeUp wakeUp;

    @Test
    void carriesABacklog() throws Exception {
        measure(50_000, 1_000);
    }

    /** The order of a key costs a round trip a row. */
    @Test
    void carriesABacklogOfTenKeys() throws Exception {
        measure(10_000, 10);
    }

    private void measure(int rows, int keys) throws Exception {
        List<Double> rates = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            rates.add(rowsPerSecond(rows, keys));
        }
        Collections.sort(rates);
        System.out.printf(
                "relay: median %.0f rows/s, lowest %.0f, highest %.0f; %d runs of %d rows of 500 bytes, %d keys, JDK %s%n",
                rates.get(RUNS / 2),
                rates.get(0),
                rates.get(RUNS - 1),
                RUNS,
                rows,
                keys,
                System.getProperty("java.version"));
        assertThat(rates).hasSize(RUNS);
    }

    private double rowsPerSecond(int rows, int keys) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into outbox (id, tenant_id, topic, message_key, type, source, subject, occurred_at,
                                        correlation_id, data)
                    select gen_random_uuid(), 'northwind', 'touchstone.people', 'northwind:' || n % ?, 'bench.row',
                           'bench', 'bench', now(), gen_random_uuid(),
                           convert_to('{"n":' || n || ',"pad":"' || repeat('x', 480) || '"}', 'UTF8')
                    from generate_series(1, ?) n""")) {
                act(connection);
                insert.setInt(1, keys);
                insert.setInt(2, rows);
                insert.executeUpdate();
            }
            connection.commit();
            long start = System.nanoTime();
            wakeUp.signal();
            while (waiting(connection)) {
                Thread.sleep(PEEK_MILLIS);
            }
            return rows / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static boolean waiting(Connection connection) throws Exception {
        act(connection);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select exists (select 1 from outbox)")) {
            return result.next() && result.getBoolean(1);
        } finally {
            connection.rollback();
        }
    }

    private static void act(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('touchstone.tenant', '*', true)");
        }
    }
}
