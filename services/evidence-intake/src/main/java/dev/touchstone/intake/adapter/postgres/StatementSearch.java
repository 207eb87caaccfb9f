package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.adapter.postgres.ReadStatements.Window;
import dev.touchstone.intake.xapi.query.Position;
import dev.touchstone.intake.xapi.query.StatementFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The query for a page of statements. Every condition on keys is a range of one index, read in the order of the answer,
 * so that a page costs what it holds and not what there is. Decision 0013.
 */
record StatementSearch(String sql, List<Object> parameters) {

    static StatementSearch of(String tenant, StatementFilter filter, Window window) {
        List<Object> parameters = new ArrayList<>(List.of(tenant));
        List<UUID> keys = filter.keys(tenant);
        String order = window.ascending() ? "asc" : "desc";
        String source = keys.isEmpty() ? "xapi_statement" : "first_key";
        String range = range(source, filter, window, parameters);
        StringBuilder sql = new StringBuilder();
        if (keys.isEmpty()) {
            sql.append("select cast(statement as text), stored, seq from xapi_statement")
                    .append(" where tenant_id = ?1 and not voided")
                    .append(range)
                    .append(" order by stored ")
                    .append(order)
                    .append(", seq ")
                    .append(order);
        } else {
            sql.append("select cast(statement.statement as text), statement.stored, statement.seq from (")
                    .append("select distinct first_key.stored, first_key.seq from xapi_statement_key as first_key")
                    .append(others(keys, parameters))
                    .append(" where first_key.tenant_id = ?1 and first_key.key = ")
                    .append(bind(keys.get(0), parameters))
                    .append(range)
                    .append(" order by first_key.stored ")
                    .append(order)
                    .append(", first_key.seq ")
                    .append(order)
                    .append(") as found join xapi_statement as statement on statement.tenant_id = ?1")
                    .append(" and statement.stored = found.stored and statement.seq = found.seq")
                    .append(" where not statement.voided order by found.stored ")
                    .append(order)
                    .append(", found.seq ")
                    .append(order);
        }
        sql.append(" limit ").append(bind(window.most() + 1, parameters));
        return new StatementSearch(sql.toString(), List.copyOf(parameters));
    }

    /** All conditions are met by one statement: the one found, or one that it refers to. */
    private static String others(List<UUID> keys, List<Object> parameters) {
        StringBuilder joins = new StringBuilder();
        for (int index = 1; index < keys.size(); index++) {
            String name = "key_" + index;
            joins.append(" join xapi_statement_key as ")
                    .append(name)
                    .append(" on ")
                    .append(name)
                    .append(".tenant_id = ?1 and ")
                    .append(name)
                    .append(".key = ")
                    .append(bind(keys.get(index), parameters));
            for (String column : List.of("stored", "seq", "origin")) {
                joins.append(" and ")
                        .append(name)
                        .append('.')
                        .append(column)
                        .append(" = first_key.")
                        .append(column);
            }
        }
        return joins.toString();
    }

    private static String range(String source, StatementFilter filter, Window window, List<Object> parameters) {
        StringBuilder range = new StringBuilder();
        if (filter.since() != null) {
            range.append(" and ")
                    .append(source)
                    .append(".stored > ")
                    .append(bind(Sql.time(filter.since()), parameters));
        }
        if (filter.until() != null) {
            range.append(" and ")
                    .append(source)
                    .append(".stored <= ")
                    .append(bind(Sql.time(filter.until()), parameters));
        }
        Position after = window.after();
        if (after != null) {
            range.append(" and (")
                    .append(source)
                    .append(".stored, ")
                    .append(source)
                    .append(".seq) ")
                    .append(window.ascending() ? ">" : "<")
                    .append(" (")
                    .append(bind(Sql.time(after.stored()), parameters))
                    .append(", ")
                    .append(bind(after.number(), parameters))
                    .append(')');
        }
        return range.toString();
    }

    private static String bind(Object value, List<Object> parameters) {
        parameters.add(value);
        return "?" + parameters.size();
    }
}
