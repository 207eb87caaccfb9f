package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.adapter.postgres.ReadStatements.Window;
import dev.touchstone.intake.xapi.query.Position;
import dev.touchstone.intake.xapi.query.StatementFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The query for a page of statements. Every condition on keys is a range of one index, read in the order of the answer,
 * so that a page costs what it holds and not what there is. All of it is one query with one limit: a limit outside of a
 * nested one would not be known where it is planned, and everything found would be sorted. Decision 0014.
 */
record StatementSearch(String sql, List<Object> parameters) {

    /**
     * To be evaluated in the transaction before the query: leaves PostgreSQL no plan but ranges of indexes, in order and
     * one within the other. By itself it takes the columns that tables are joined by for independent of each other,
     * expects a row where there are a million, and sorts all of them for a page of 25. And it plans for the keys at hand,
     * never once for any.
     */
    static final String PLANNING = "set_config('plan_cache_mode', 'force_custom_plan', true),"
            + " set_config('enable_sort', 'off', true), set_config('enable_hashjoin', 'off', true),"
            + " set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true),"
            + " set_config('enable_bitmapscan', 'off', true)";

    static StatementSearch of(String tenant, StatementFilter filter, Window window) {
        List<Object> parameters = new ArrayList<>(List.of(tenant));
        List<UUID> keys = filter.keys(tenant);
        String source = keys.isEmpty() ? "statement" : "first_key";
        String place = source + ".stored, " + source + ".seq";
        StringBuilder sql = new StringBuilder("select ");
        if (!keys.isEmpty()) {
            // By two keys of statements that it leads to, a statement is found twice.
            sql.append("distinct on (").append(place).append(") ");
        }
        sql.append("cast(statement.statement as text), ").append(place).append(" from ");
        sql.append(keys.isEmpty() ? "xapi_statement as statement" : keyed(keys, parameters));
        sql.append(" where ").append(source).append(".tenant_id = ?1 and not statement.voided");
        if (!keys.isEmpty()) {
            sql.append(" and first_key.key = ").append(bind(keys.get(0), parameters));
        }
        sql.append(range(source, filter, window, parameters));
        String direction = window.ascending() ? " asc" : " desc";
        sql.append(" order by ").append(source).append(".stored").append(direction);
        sql.append(", ").append(source).append(".seq").append(direction);
        sql.append(" limit ").append(bind(window.most() + 1, parameters));
        return new StatementSearch(sql.toString(), List.copyOf(parameters));
    }

    /** All conditions are met by one statement: the one found, or one that it refers to. */
    private static String keyed(List<UUID> keys, List<Object> parameters) {
        StringBuilder joins = new StringBuilder("xapi_statement_key as first_key");
        for (int index = 1; index < keys.size(); index++) {
            String name = "key_" + index;
            joins.append(" join xapi_statement_key as ").append(name);
            joins.append(" on ").append(name).append(".tenant_id = ?1 and ").append(name);
            joins.append(".key = ").append(bind(keys.get(index), parameters));
            for (String column : List.of("stored", "seq", "origin")) {
                joins.append(" and ").append(name).append('.').append(column);
                joins.append(" = first_key.").append(column);
            }
        }
        return joins.append(" join xapi_statement as statement on statement.tenant_id = ?1")
                .append(" and statement.stored = first_key.stored and statement.seq = first_key.seq")
                .toString();
    }

    private static String range(String source, StatementFilter filter, Window window, List<Object> parameters) {
        StringBuilder range = new StringBuilder();
        String stored = " and " + source + ".stored ";
        if (filter.since() != null) {
            range.append(stored).append("> ").append(bind(Sql.time(filter.since()), parameters));
        }
        if (filter.until() != null) {
            range.append(stored).append("<= ").append(bind(Sql.time(filter.until()), parameters));
        }
        Position after = window.after();
        if (after != null) {
            range.append(" and (")
                    .append(source)
                    .append(".stored, ")
                    .append(source)
                    .append(".seq) ");
            range.append(window.ascending() ? "> (" : "< (");
            range.append(bind(Sql.time(after.stored()), parameters)).append(", ");
            range.append(bind(after.number(), parameters)).append(')');
        }
        return range.toString();
    }

    private static String bind(Object value, List<Object> parameters) {
        parameters.add(value);
        return "?" + parameters.size();
    }
}
