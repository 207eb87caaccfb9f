package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.support.IntakeIT;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What another index on statements costs those who store them: batches of 100 with their keys go in turns into two tables
 * that are the same but for the index, each holding a million before. No part of the build: {@code mvn -pl
 * services/evidence-intake -am verify -Dit.test=StatementIndexBench -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false}; {@code -Dbench.statements=…} for another number, {@code -Dbench.index=…} for
 * another index.
 */
@IntakeIT
class StatementIndexBench {

    private static final int STATEMENTS = Integer.getInteger("bench.statements", 1_000_000);
    private static final String INDEX =
            System.getProperty("bench.index", "(tenant_id, connection_id, state, stored desc)");
    private static final int BATCH = 100;
    private static final int ROUNDS = 400;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void costOfAnIndex() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("plain", "indexed")) {
                statement.execute(
                        "create table s_" + table + " (like xapi_statement including defaults including indexes)");
                statement.execute("create table k_" + table + " (like xapi_statement_key including indexes)");
            }
            statement.execute("create index on s_indexed " + INDEX);
            for (int done = 0; done < STATEMENTS; done += 50_000) {
                insert(statement, "plain", done, 50_000);
                insert(statement, "indexed", done, 50_000);
            }
            List<Double> plain = new ArrayList<>();
            List<Double> indexed = new ArrayList<>();
            List<Double> rowPlain = new ArrayList<>();
            List<Double> rowIndexed = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                int first = STATEMENTS + round * BATCH;
                rowPlain.add(millis(statement, "plain", first, false));
                rowIndexed.add(millis(statement, "indexed", first, false));
                plain.add(rowPlain.get(round) + millis(statement, "plain", first, true));
                indexed.add(rowIndexed.get(round) + millis(statement, "indexed", first, true));
            }
            System.out.printf(
                    "%d statements, batches of %d, index %s%n"
                            + "rows alone: %.2f ms without, %.2f ms with; rows and keys: %.2f ms without, %.2f ms with%n"
                            + "size of the index: %s of %s in all%n",
                    STATEMENTS,
                    BATCH,
                    INDEX,
                    median(rowPlain),
                    median(rowIndexed),
                    median(plain),
                    median(indexed),
                    text(statement, "select pg_size_pretty(pg_indexes_size('s_indexed') - pg_indexes_size('s_plain'))"),
                    text(statement, "select pg_size_pretty(pg_indexes_size('s_indexed'))"));
            statement.execute("drop table s_plain, s_indexed, k_plain, k_indexed");
        }
    }

    private static void insert(Statement statement, String table, int first, int count) throws SQLException {
        statement.execute(rows(table, first, count));
        statement.execute(keys(table, first, count));
    }

    private static double millis(Statement statement, String table, int first, boolean keys) throws SQLException {
        String sql = keys ? keys(table, first, BATCH) : rows(table, first, BATCH);
        long begun = System.nanoTime();
        statement.execute(sql);
        return (System.nanoTime() - begun) / 1e6;
    }

    private static String rows(String table, int first, int count) {
        return """
                insert into s_%s (tenant_id, id, connection_id, comparison, state, statement, stored, seq)
                select 'bench', cast(md5('id ' || n) as uuid), cast(md5('connection ' || n %% 20) as uuid),
                       sha256(cast(cast(n as text) as bytea)),
                       case when n %% 3 = 0 then 'ignored' else 'accepted' end,
                       json_build_object('id', n, 'actor', repeat('a', 200), 'object', repeat('o', 400)),
                       timestamp with time zone '2026-01-01' + n / 100 * interval '20 milliseconds', n
                from generate_series(%d, %d) as n""".formatted(table, first, first + count - 1);
    }

    private static String keys(String table, int first, int count) {
        return """
                insert into k_%s (tenant_id, key, stored, seq, origin)
                select 'bench', cast(md5(k || ' ' || n %% (10 * (k * k * k + 1))) as uuid),
                       timestamp with time zone '2026-01-01' + n / 100 * interval '20 milliseconds', n, n
                from generate_series(%d, %d) as n, generate_series(1, 8) as k order by 2""".formatted(table, first, first + count - 1);
    }

    private static double median(List<Double> millis) {
        Collections.sort(millis);
        return millis.get(millis.size() / 2);
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
