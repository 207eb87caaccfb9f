package dev.touchstone.assessment.adapter.postgres;

import static dev.touchstone.assessment.support.Definitions.byRule;
import static dev.touchstone.assessment.support.Definitions.merged;
import static dev.touchstone.assessment.support.Organisation.EVIDENCE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.touchstone.assessment.support.Api;
import dev.touchstone.assessment.support.AssessmentIT;
import dev.touchstone.assessment.support.Organisation;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.testkit.Topics;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Evidence and publishing do not pass each other unseen: whichever is at work, the other waits for its commit. */
@AssessmentIT
class LocksIT {

    private static final String WAITING =
            "select count(*) from pg_locks where locktype = 'advisory' and not granted and mode = ?";

    private final Organisation northwind = new Organisation("northwind");

    @Inject
    AgroalDataSource dataSource;

    @Test
    void publishingWaitsForEvidenceThatIsBeingTakenIn() throws Exception {
        // Given
        ExecutorService issuer = Executors.newSingleThreadExecutor();
        try (Connection takingIn = holding("select pg_advisory_xact_lock_shared(hashtextextended(?, 1))")) {

            // When
            Future<?> publishing = issuer.submit(() -> Api.publish(northwind, byRule("contributor", merged(1))));

            // Then
            await().atMost(15, SECONDS)
                    .untilAsserted(() -> assertThat(first(takingIn, WAITING, "ExclusiveLock"))
                            .isEqualTo(1));
            assertThat(publishing.isDone()).isFalse();
            takingIn.commit();
            publishing.get();
        }
        issuer.shutdown();
    }

    @Test
    void evidenceWaitsForAVersionThatIsBeingPublished() throws Exception {
        // Given
        UUID maya = Uuid7.next();
        Api.publish(northwind, byRule("contributor", merged(1)));
        try (Connection publishing = holding("select pg_advisory_xact_lock(hashtextextended(?, 1))")) {

            // When
            Topics.publish(EVIDENCE, northwind.verified(maya, "work-event", "merged", "urn:pr:1"));

            // Then
            await().atMost(15, SECONDS)
                    .untilAsserted(() ->
                            assertThat(first(publishing, WAITING, "ShareLock")).isEqualTo(1));
            assertThat(first(publishing, "select count(*) from evidence where tenant_id = ?", northwind.tenant()))
                    .isZero();
            publishing.commit();
        }
        northwind.awaitPassed(maya, "contributor");
    }

    /** By the connection that holds the lock: the pool has no other to spare. */
    private static int first(Connection connection, String query, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private Connection holding(String lock) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        for (String statement : List.of("select set_config('touchstone.tenant', ?, true)", lock)) {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.setString(1, northwind.tenant());
                prepared.execute();
            }
        }
        return connection;
    }
}
