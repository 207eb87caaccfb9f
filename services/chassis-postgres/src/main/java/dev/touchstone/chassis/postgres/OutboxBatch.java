package dev.touchstone.chassis.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventMetrics;
import dev.touchstone.chassis.event.KafkaProducers;
import dev.touchstone.chassis.json.Json;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One batch of the outbox: lock, read the oldest rows, send, wait for the broker, delete, commit. The lock lets one
 * relay at a time publish, so the order of rows is the order on the topic however many relays run; it ends with the
 * transaction, so a relay that dies holds nobody up. A crash between the broker's answer and the commit sends rows
 * again: consumers know them by the event id.
 */
@ApplicationScoped
class OutboxBatch {

    private static final long LOCK = 0x746f756368L;
    private static final String SELECT = """
            select seq, id, tenant_id, topic, message_key, type, source, subject, occurred_at, correlation_id,
                   causation_id, traceparent, data, created_at
            from outbox order by seq limit ?""";

    /**
     * An outbox is mostly empty, and its pages full of what was sent: by its statistics PostgreSQL would read all of them
     * and sort, for a few rows at the end of the index.
     */
    private static final String SETTINGS = """
            select set_config('touchstone.tenant', '*', false), set_config('enable_seqscan', 'off', false),
                   set_config('enable_bitmapscan', 'off', false), set_config('enable_sort', 'off', false)""";

    private final AgroalDataSource dataSource;
    private final KafkaProducers producers;
    private final EventMetrics metrics;
    private final int size;
    private Connection connection;
    private volatile Instant oldest;

    OutboxBatch(
            AgroalDataSource dataSource,
            KafkaProducers producers,
            EventMetrics metrics,
            @ConfigProperty(name = "touchstone.outbox.batch-size") int size) {
        this.dataSource = dataSource;
        this.producers = producers;
        this.metrics = metrics;
        this.size = size;
    }

    /** Publishes up to one batch; true when there may be more. Another relay at work is no failure: it does the same. */
    boolean publish() throws Exception {
        Connection open = connection();
        List<OutboxRow> rows = locked(open) ? rows(open) : List.of();
        oldest = rows.isEmpty() ? null : rows.get(0).createdAt();
        if (rows.isEmpty()) {
            open.rollback();
            return false;
        }
        List<OutboxRow> sent = new OrderedSending(producers.producer()).send(rows);
        delete(open, sent);
        open.commit();
        sent.forEach(row -> metrics.published(row.topic(), 1));
        if (sent.size() < rows.size()) {
            throw new IOException("the broker took " + sent.size() + " of " + rows.size() + " events");
        }
        oldest = null;
        return rows.size() == size;
    }

    /** How long the oldest row has been waiting for the broker, as this relay last saw it; 0 when none is waiting. */
    long oldestAgeMillis() {
        Instant waiting = oldest;
        return waiting == null ? 0 : Math.max(0, System.currentTimeMillis() - waiting.toEpochMilli());
    }

    /** Lets go of the connection, which may be broken. */
    void reset() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException broken) {
                // closed either way
            }
            connection = null;
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(SETTINGS);
            }
            connection.commit();
        }
        return connection;
    }

    private static boolean locked(Connection open) throws SQLException {
        try (PreparedStatement lock = open.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet result = lock.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private List<OutboxRow> rows(Connection open) throws SQLException, IOException {
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement select = open.prepareStatement(SELECT)) {
            select.setInt(1, size);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
        }
        return rows;
    }

    private static OutboxRow row(ResultSet result) throws SQLException, IOException {
        Event event = new Event(
                result.getObject("id", UUID.class),
                result.getString("type"),
                result.getString("source"),
                result.getString("subject"),
                result.getTimestamp("occurred_at").toInstant(),
                result.getString("tenant_id"),
                result.getObject("correlation_id", UUID.class),
                result.getObject("causation_id", UUID.class),
                result.getString("traceparent"),
                result.getString("message_key"),
                Json.TOLERANT.readTree(result.getBytes("data")));
        return new OutboxRow(
                result.getLong("seq"),
                result.getString("topic"),
                result.getTimestamp("created_at").toInstant(),
                event);
    }

    private static void delete(Connection open, List<OutboxRow> sent) throws SQLException {
        try (PreparedStatement delete = open.prepareStatement("delete from outbox where seq = any(?)")) {
            delete.setArray(
                    1,
                    open.createArrayOf(
                            "bigint", sent.stream().map(OutboxRow::seq).toArray()));
            delete.executeUpdate();
        }
    }
}
