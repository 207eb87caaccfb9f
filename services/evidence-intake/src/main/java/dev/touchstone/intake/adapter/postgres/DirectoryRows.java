package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.UserFilter;
import dev.touchstone.intake.directory.UserFilter.Field;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/**
 * Those rows of one table that are a directory's and that a filter fits.
 *
 * @param from the table and its alias, with the conditions that go for all: tenant 1, connection 2
 * @param order what they are sorted by
 * @param fields what can be asked for, and where it is
 */
record DirectoryRows<T>(
        String columns, String from, String order, Map<Field, String> fields, Function<Object[], T> read) {

    Uni<Long> count(Mutiny.Session session, Connection directory, UserFilter filter) {
        FilterSql sql = new FilterSql(fields, 3);
        String condition = sql.condition(filter);
        SelectionQuery<Long> query =
                session.<Long>createNativeQuery("select count(*) from " + from + " and " + condition);
        return filled(query, directory, sql, 3).getSingleResult();
    }

    Uni<List<T>> page(Mutiny.Session session, Connection directory, UserFilter filter, long skip, int most) {
        FilterSql sql = new FilterSql(fields, 5);
        String condition = sql.condition(filter);
        SelectionQuery<Object[]> query = session.createNativeQuery(
                "select " + columns + " from " + from + " and " + condition + " order by " + order
                        + " offset ?3 limit ?4",
                Object[].class);
        return filled(query.setParameter(3, skip).setParameter(4, most), directory, sql, 5)
                .getResultList()
                .map(rows -> rows.stream().map(read).toList());
    }

    private static <R> SelectionQuery<R> filled(
            SelectionQuery<R> query, Connection directory, FilterSql sql, int first) {
        query.setParameter(1, directory.tenant()).setParameter(2, directory.id());
        for (int index = 0; index < sql.parameters().size(); index++) {
            query.setParameter(first + index, sql.parameters().get(index));
        }
        return query;
    }
}
