package dev.touchstone.intake.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.adapter.postgres.ReadStatements.Window;
import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.xapi.query.StatementFilter;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How long a page of 25 takes among five million statements, over HTTP, and whether every plan is one of index scans. No
 * part of the build: {@code mvn -pl services/evidence-intake -am verify -Dit.test=StatementSearchBench -Dtest=None
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}; {@code -Dbench.statements=…} for
 * another number.
 */
@IntakeIT
class StatementSearchBench {

    private static final int STATEMENTS = Integer.getInteger("bench.statements", 5_000_000);
    private static final int WARM_UP = 5;
    private static final int RUNS = 41;
    private static final int PLANS = 5;
    private static final Pattern EXECUTION = Pattern.compile("Execution Time: ([0-9.]+) ms");
    private static final String COMPLETED = "http://adlnet.gov/expapi/verbs/completed";

    @Inject
    AgroalDataSource dataSource;

    private final Organisation organisation = new Organisation();
    private Lms lms;

    @Test
    void pagesOfEveryFilter() throws Exception {
        lms = Lms.of(organisation);
        load();
        Instant middle = Instant.parse("2026-01-01T00:00:00Z").plusMillis(STATEMENTS / 2);
        String agent = "mailto:p77@example.org";
        String hot = "http://bench.example/activity/0";
        String course = "http://bench.example/course/0";
        Map<String, StatementFilter> filters = new LinkedHashMap<>();
        filters.put("all", new StatementFilter(null, false, null, null, false, null, null, null));
        filters.put("agent", new StatementFilter("mbox " + agent, false, null, null, false, null, null, null));
        filters.put("agent, related", new StatementFilter("mbox " + agent, true, null, null, false, null, null, null));
        filters.put("verb of every fifth", new StatementFilter(null, false, COMPLETED, null, false, null, null, null));
        filters.put("hot activity", new StatementFilter(null, false, null, hot, false, null, null, null));
        filters.put("hot activity, verb", new StatementFilter(null, false, COMPLETED, hot, false, null, null, null));
        filters.put("course, related", new StatementFilter(null, false, null, course, true, null, null, null));
        filters.put(
                "course, related, verb", new StatementFilter(null, false, COMPLETED, course, true, null, null, null));
        filters.put(
                "agent, course, verb",
                new StatementFilter("mbox " + agent, false, COMPLETED, course, true, null, null, null));
        filters.put(
                "agent, hot activity", new StatementFilter("mbox " + agent, false, null, hot, false, null, null, null));
        filters.put("since the middle", new StatementFilter(null, false, null, hot, false, null, middle, null));
        filters.put("until the middle", new StatementFilter(null, false, COMPLETED, null, false, null, null, middle));
        filters.put(
                "nothing has both",
                new StatementFilter(null, false, "http://bench.example/verb/never", hot, true, null, null, null));
        System.out.printf(
                "%d statements; milliseconds over HTTP: median, 95 in 100, most, and in PostgreSQL"
                        + " (descending | ascending)%n",
                STATEMENTS);
        for (Map.Entry<String, StatementFilter> filter : filters.entrySet()) {
            String line = measured(filter.getValue(), false) + " | " + measured(filter.getValue(), true);
            System.out.printf("%-24s %s%n", filter.getKey(), line);
        }
    }

    private String measured(StatementFilter filter, boolean ascending) throws SQLException {
        Map<String, Object> question = new HashMap<>(Map.of("limit", 25, "ascending", ascending));
        if (filter.agent() != null) {
            question.put("agent", "{\"mbox\":\"" + filter.agent().substring(5) + "\"}");
            question.put("related_agents", filter.relatedAgents());
        }
        question.put("related_activities", filter.relatedActivities());
        put(question, "verb", filter.verb());
        put(question, "activity", filter.activity());
        put(question, "since", filter.since());
        put(question, "until", filter.until());
        List<Double> millis = new ArrayList<>();
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = System.nanoTime();
            assertThat(lms.find(question).statusCode()).isEqualTo(200);
            if (run >= 0) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        Collections.sort(millis);
        return "%5.1f %5.1f %5.1f, %6.2f"
                .formatted(
                        millis.get(RUNS / 2),
                        millis.get(RUNS * 95 / 100),
                        millis.get(RUNS - 1),
                        inStore(filter, ascending));
    }

    /** The median time that PostgreSQL says it took, having looked at how. */
    private double inStore(StatementFilter filter, boolean ascending) throws SQLException {
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < PLANS; run++) {
            String plan = plan(StatementSearch.of(organisation.tenant(), filter, new Window(ascending, null, 25)));
            assertThat(plan).doesNotContain("Seq Scan");
            Matcher time = EXECUTION.matcher(plan);
            assertThat(time.find()).isTrue();
            millis.add(Double.parseDouble(time.group(1)));
        }
        Collections.sort(millis);
        return millis.get(PLANS / 2);
    }

    private static void put(Map<String, Object> question, String name, Object value) {
        if (value != null) {
            question.put(name, value.toString());
        }
    }

    private String plan(StatementSearch search) throws SQLException {
        String sql = search.sql();
        for (int index = search.parameters().size(); index > 0; index--) {
            Object value = search.parameters().get(index - 1);
            String literal = value instanceof Number ? value.toString() : "'" + value + "'";
            sql = sql.replace("?" + index, value instanceof UUID ? literal + "::uuid" : literal);
        }
        StringBuilder plan = new StringBuilder();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select set_config('touchstone.tenant', '" + organisation.tenant() + "', true)");
                statement.execute("select " + StatementSearch.PLANNING);
                try (ResultSet lines = statement.executeQuery("explain (analyze, buffers) " + sql)) {
                    while (lines.next()) {
                        plan.append(lines.getString(1)).append('\n');
                    }
                }
            }
            connection.rollback();
        }
        return plan.toString();
    }

    private void load() throws SQLException {
        String tenant = organisation.tenant();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String sql : LOAD.split(";;")) {
                    statement.execute(sql.replace("$tenant", tenant)
                            .replace("$connection", lms.sender().key())
                            .replace("$statements", Integer.toString(STATEMENTS)));
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze xapi_statement_key");
                statement.execute("vacuum analyze xapi_statement");
            }
        }
    }

    private static final String LOAD = """
            select set_config('touchstone.tenant', '$tenant', true);;
            set local maintenance_work_mem = '1GB';;
            create function pg_temp.key_of(kind text, value text) returns uuid language sql immutable as $f$
                select encode(substring(sha256(convert_to('$tenant' || E'\\n' || kind || E'\\n' || value, 'UTF8')) for 16),
                              'hex')::uuid $f$;;
            create temp table agent as
                select n, 'mailto:p' || n || '@example.org' as mbox,
                       pg_temp.key_of('AGENT', 'mbox mailto:p' || n || '@example.org') as agent,
                       pg_temp.key_of('RELATED_AGENT', 'mbox mailto:p' || n || '@example.org') as related
                from generate_series(0, 49999) as n;;
            create temp table verb as
                select n, id, pg_temp.key_of('VERB', id) as verb
                from generate_series(0, 9) as n,
                     lateral (select case when n = 0 then 'http://adlnet.gov/expapi/verbs/completed'
                                          else 'http://bench.example/verb/' || n end as id) as named;;
            create temp table activity as
                select n, id, course, pg_temp.key_of('ACTIVITY', id) as activity,
                       pg_temp.key_of('RELATED_ACTIVITY', id) as related,
                       pg_temp.key_of('RELATED_ACTIVITY', course) as related_course
                from generate_series(0, 1999) as n,
                     lateral (select 'http://bench.example/activity/' || n as id,
                                     'http://bench.example/course/' || n % 200 as course) as named;;
            create temp table both_keys as
                select verb.n as verb, activity.n as activity,
                       pg_temp.key_of('VERB_AND_ACTIVITY', verb.id || ' ' || activity.id) as key
                from verb cross join activity;;
            analyze agent;;
            analyze both_keys;;
            create temp table fact as
                select n, ((n * 7919::bigint) % 50000)::int as agent,
                       (case when n % 5 = 0 then 0 else 1 + n % 9 end)::int as verb,
                       (case when n % 10 in (0, 3) then 0 else (n * 104729::bigint) % 2000 end)::int as activity,
                       timestamptz '2026-01-01 00:00:00+00' + n * interval '1 millisecond' as stored
                from generate_series(1, $statements) as n;;
            alter table xapi_statement_key drop constraint xapi_statement_key_pkey;;
            drop index xapi_statement_page;;
            drop index xapi_statement_by_connection;;
            insert into xapi_statement (tenant_id, id, connection_id, comparison, state, statement, stored, seq)
                select '$tenant', gen_random_uuid(), '$connection', sha256(convert_to(fact.n::text, 'UTF8')), 'accepted',
                       json_build_object('id', fact.n, 'actor', json_build_object('mbox', agent.mbox),
                           'verb', json_build_object('id', verb.id), 'object', json_build_object('id', activity.id),
                           'context', json_build_object('contextActivities', json_build_object('grouping',
                               json_build_array(json_build_object('id', activity.course)))),
                           'result', json_build_object('score', json_build_object('scaled', 0.8)),
                           'stored', fact.stored, 'version', '2.0.0'),
                       fact.stored, fact.n
                from fact join agent on agent.n = fact.agent join verb on verb.n = fact.verb
                join activity on activity.n = fact.activity;;
            insert into xapi_statement_key (tenant_id, key, stored, seq, origin)
                select '$tenant', one.key, fact.stored, fact.n, fact.n
                from fact join agent on agent.n = fact.agent join verb on verb.n = fact.verb
                join activity on activity.n = fact.activity
                join both_keys on both_keys.verb = fact.verb and both_keys.activity = fact.activity
                cross join lateral unnest(array[agent.agent, agent.related, verb.verb, activity.activity,
                    activity.related, activity.related_course, both_keys.key,
                    (select pg_temp.key_of('RELATED_AGENT', 'account http://localhost:8081/xapi $connection'))]) as one(key);;
            alter table xapi_statement_key add primary key (key, stored, seq, origin)""";
}
