package dev.touchstone.assessment.support;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The service's database behind its back: to let time pass, and to look at what no interface shows. */
@ApplicationScoped
public class Store {

    private final AgroalDataSource dataSource;

    Store(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Pieces of evidence kept for the organisation. */
    public int pieces(String tenant) {
        return Integer.parseInt(texts("select count(*) from evidence where tenant_id = ?", tenant)
                .get(0));
    }

    /** Two days and more go by for the assessor who has the case. */
    public void letTheClaimRunOut(UUID caseId) {
        execute("update assessment_case set claimed_until = now() - interval '1 second' where case_id = ?", caseId);
    }

    /** First column of every row, as every organisation's operator sees it. */
    public List<String> texts(String query, Object... parameters) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = everybodys();
                PreparedStatement statement = prepared(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return texts;
    }

    private void execute(String update, Object... parameters) {
        try (Connection connection = everybodys();
                PreparedStatement statement = prepared(connection, update, parameters)) {
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Has the lock of a person until somebody waits for it, and then does this in the same transaction. */
    public void whileSomebodyWaitsFor(String person, Supplier<List<String>> meanwhile) throws SQLException {
        try (Connection connection = everybodys();
                PreparedStatement lock =
                        prepared(connection, "select pg_advisory_xact_lock(hashtextextended(?, 2))", person)) {
            lock.execute();
            List<String> changes = meanwhile.get();
            await().atMost(20, SECONDS).until(() -> isAwaited(connection));
            for (String change : changes) {
                try (PreparedStatement statement = prepared(connection, change)) {
                    statement.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    private static boolean isAwaited(Connection connection) throws SQLException {
        try (PreparedStatement waiting =
                        prepared(connection, "select pid from pg_locks where locktype = 'advisory' and not granted");
                ResultSet rows = waiting.executeQuery()) {
            return rows.next();
        }
    }

    private Connection everybodys() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement all = connection.prepareStatement("select set_config('touchstone.tenant', '*', true)")) {
            all.execute();
        }
        return connection;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
