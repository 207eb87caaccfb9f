package dev.touchstone.intake.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing appears behind a time that was advertised. */
@IntakeIT
class ConsistentThroughIT {

    private static final int WRITERS = 6;
    private static final int STATEMENTS = 25;

    @Inject
    AgroalDataSource dataSource;

    private Lms lms;

    @BeforeEach
    void connect() {
        lms = Lms.of(new Organisation());
    }

    @Test
    void stopsBeforeATransactionThatIsStillStoring() throws SQLException {
        // Given
        Instant stored;
        Instant meanwhile;
        try (Connection writer = dataSource.getConnection()) {
            writer.setAutoCommit(false);
            stored = storing(writer);

            // When
            meanwhile = through();
            writer.commit();
        }

        // Then
        assertThat(meanwhile).isBefore(stored);
        assertThat(through()).isAfter(stored);
    }

    /** Whoever copies the store by time misses nothing, however many write. */
    @Test
    void readerThatFollowsTheAdvertisedTimeSeesEverything() throws Exception {
        // Given
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<List<String>>> written = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String agent = "writer-" + writer;
            written.add(writers.submit(() -> write(agent)));
        }

        // When
        Set<String> seen = new HashSet<>();
        Instant since = Instant.EPOCH;
        while (written.stream().anyMatch(one -> !one.isDone())) {
            since = follow(since, seen);
        }
        writers.shutdown();
        follow(since, seen);

        // Then
        Set<String> all = new HashSet<>();
        for (Future<List<String>> ids : written) {
            all.addAll(ids.get());
        }
        assertThat(seen).containsAll(all).hasSize(WRITERS * STATEMENTS);
    }

    /** Takes what is new since a time, and answers with the time to go on from. */
    private Instant follow(Instant since, Set<String> seen) {
        var page = lms.request()
                .queryParam("since", since.toString())
                .queryParam("ascending", true)
                .get("/xapi/statements");
        Instant through = Instant.parse(page.header("X-Experience-API-Consistent-Through"));
        seen.addAll(page.jsonPath().getList("statements.id", String.class));
        String more = page.path("more");
        while (!more.isEmpty()) {
            page = lms.request().urlEncodingEnabled(false).get(more);
            seen.addAll(page.jsonPath().getList("statements.id", String.class));
            more = page.path("more");
        }
        return through;
    }

    private List<String> write(String agent) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < STATEMENTS; number++) {
            ids.add(lms.stored(Lms.statement(agent, "did", "http://a.example/" + number, "")));
        }
        return ids;
    }

    private Instant through() {
        return Instant.parse(lms.find("limit", 1).header("X-Experience-API-Consistent-Through"));
    }

    private static Instant storing(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement();
                ResultSet result = statement.executeQuery("select xapi_writing()")) {
            result.next();
            return result.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
