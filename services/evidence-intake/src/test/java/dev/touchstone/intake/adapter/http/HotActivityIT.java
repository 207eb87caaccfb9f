package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * Batches at the same time that all tell something new of the same activities, each in another order. A store that
 * locks the rows of activities as they come ends in a deadlock here (yetanalytics/lrsql#250).
 */
@IntakeIT
class HotActivityIT {

    private static final int BATCHES = 36;
    /** So many that each batch fills a transaction of its own. */
    private static final int ACTIVITIES = 110;
    /** Transactions that one process has under way at once for an organisation. */
    private static final int AT_ONCE = 4;

    private static final long SEED = 250;

    @Inject
    AgroalDataSource dataSource;

    private final ExecutorService senders = Executors.newFixedThreadPool(12);
    private final Organisation organisation = new Organisation();
    private Lms lms;

    @BeforeEach
    void connect() {
        lms = Lms.of(organisation);
    }

    @AfterEach
    void end() {
        senders.shutdown();
    }

    @Test
    void batchesOnTheSameActivitiesAllGetThrough() throws Exception {
        // Given
        Random random = new Random(SEED);
        List<String> batches = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, ACTIVITIES).boxed().toList());
            Collections.shuffle(order, random);
            batches.add(batch(batch, order));
        }

        // When
        List<Integer> statuses = send(batches);

        // Then
        assertThat(statuses).hasSize(BATCHES).containsOnly(200);
        assertThat(told(0)).as("what each batch told").hasSize(BATCHES);
    }

    /** One row is held until every batch waits, so that each has by then whatever it takes before that row. */
    @RepeatedTest(3)
    void batchesThatWereMadeToMeetWaitForEachOtherInNoCircle() throws Exception {
        // Given
        List<Integer> forth =
                new ArrayList<>(IntStream.range(0, ACTIVITIES).boxed().toList());
        List<Integer> back = new ArrayList<>(forth);
        Collections.reverse(back);
        send(List.of(batch(0, forth)));
        List<Future<Integer>> answers = new ArrayList<>();

        // When
        try (Connection holder = dataSource.getConnection()) {
            holder.setAutoCommit(false);
            hold(holder, 4);
            for (int batch = 1; batch <= AT_ONCE; batch++) {
                String body = batch(batch, batch % 2 == 0 ? forth : back);
                answers.add(senders.submit(() -> lms.post(body).statusCode()));
            }
            await().untilAsserted(() -> assertThat(waiting(holder)).isGreaterThanOrEqualTo(AT_ONCE));
            holder.commit();
        }

        // Then
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        assertThat(told(4)).hasSize(1 + AT_ONCE);
    }

    private List<Integer> send(List<String> batches) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : senders.invokeAll(batches.stream()
                .map(body -> (java.util.concurrent.Callable<Integer>)
                        () -> lms.post(body).statusCode())
                .toList())) {
            statuses.add(answer.get());
        }
        return statuses;
    }

    private static String batch(int batch, List<Integer> activities) {
        return activities.stream()
                .map(activity -> "{'actor':" + Lms.agent("ada") + ",'verb':{'id':'http://verb.example/did'},"
                        + "'object':{'id':'http://hot.example/" + activity + "','definition':{'name':{'en':'batch "
                        + batch
                        + "'},'extensions':{'http://x.example/" + batch + "':" + batch + "}}}}")
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
    }

    private Map<String, Object> told(int activity) {
        return lms.request()
                .get("/xapi/activities?activityId=http://hot.example/" + activity)
                .path("definition.extensions");
    }

    private void hold(Connection holder, int activity) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute("select set_config('touchstone.tenant', '" + organisation.tenant() + "', true)");
            statement.execute(
                    "select 1 from xapi_activity where id = 'http://hot.example/" + activity + "' for update");
        }
    }

    private static int waiting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            result.next();
            return result.getInt(1);
        }
    }
}
