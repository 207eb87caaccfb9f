package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.postgres.StatementClock.Moment;
import dev.touchstone.intake.connection.Connection;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of statements: writes those that are new, and tells what those are that are not. */
final class StatementRows {

    private static final String INSERT = """
            with posted as materialized (
                select * from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                     as row(sort_key varchar, id uuid, content_key varchar, comparison varchar, state varchar,
                            reason varchar, statement text, seq bigint, refers_to uuid, voids boolean, keys jsonb)),
            inserted as (
                insert into xapi_statement (tenant_id, id, connection_id, content_key, comparison, state, reason,
                                            statement, stored, seq, refers_to, voids)
                select cast(?1 as varchar), id, cast(cast(?3 as text) as uuid), decode(content_key, 'hex'),
                       decode(comparison, 'hex'), state, reason, cast(statement as json),
                       cast(cast(?4 as text) as timestamptz), seq, refers_to, voids
                from posted order by sort_key
                on conflict do nothing
                returning id, stored, seq),
            keyed as (
                insert into xapi_statement_key (tenant_id, key, stored, seq, origin)
                select cast(?1 as varchar), cast(key as uuid), inserted.stored, inserted.seq, inserted.seq
                from inserted join posted using (id) cross join jsonb_array_elements_text(posted.keys) as keys(key)
                order by key)
            select id, exists (select 1 from xapi_statement as referring
                               where referring.tenant_id = ?1 and referring.refers_to = inserted.id)
            from inserted""";
    private static final String KNOWN = """
            select id, encode(content_key, 'hex'), encode(comparison, 'hex') from xapi_statement
            where tenant_id = ?1 and (id = any(cast(cast(?2 as text) as uuid[]))
               or content_key in (select decode(value, 'hex')
                                  from jsonb_array_elements_text(cast(cast(?3 as text) as jsonb)) as keys(value)))""";

    private StatementRows() {}

    /** Those that are new, each with whether another refers to it. */
    static Uni<Map<UUID, Boolean>> insert(
            Mutiny.Session session, Connection connection, List<StatementEntry> entries, Moment moment) {
        return session.createNativeQuery(INSERT, Object[].class)
                .setParameter(1, connection.tenant())
                .setParameter(
                        2,
                        Sql.json(entries.stream()
                                .map(entry -> entry.row(connection.tenant()))
                                .toList()))
                .setParameter(3, connection.id().toString())
                .setParameter(4, moment.stored().toString())
                .getResultList()
                .map(rows -> {
                    Map<UUID, Boolean> stored = new HashMap<>();
                    rows.forEach(row -> stored.put((UUID) row[0], (Boolean) row[1]));
                    return stored;
                });
    }

    /**
     * The ids of all, in their order.
     *
     * @throws ProblemException conflict, if an id is known with another content
     */
    static Uni<List<UUID>> ids(
            Mutiny.Session session, String tenant, List<StatementEntry> entries, Map<UUID, Boolean> stored) {
        List<StatementEntry> rest = entries.stream()
                .filter(entry -> !stored.containsKey(entry.id()))
                .toList();
        if (rest.isEmpty()) {
            return Uni.createFrom()
                    .item(entries.stream().map(StatementEntry::id).toList());
        }
        return session.createNativeQuery(KNOWN, Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, Sql.uuids(rest.stream().map(StatementEntry::id).toList()))
                .setParameter(
                        3,
                        Sql.json(rest.stream()
                                .map(StatementEntry::contentKey)
                                .filter(Objects::nonNull)
                                .toList()))
                .getResultList()
                .map(rows -> {
                    Map<UUID, String> comparisons = new HashMap<>();
                    Map<String, UUID> byContent = new HashMap<>();
                    rows.forEach(row -> {
                        comparisons.put((UUID) row[0], (String) row[2]);
                        byContent.put((String) row[1], (UUID) row[0]);
                    });
                    return entries.stream()
                            .map(entry -> stored.containsKey(entry.id())
                                    ? entry.id()
                                    : knownId(entry, comparisons, byContent))
                            .toList();
                });
    }

    private static UUID knownId(StatementEntry entry, Map<UUID, String> comparisons, Map<String, UUID> byContent) {
        if (entry.contentKey() != null) {
            return byContent.get(entry.contentKey());
        }
        if (!entry.comparison().equals(comparisons.get(entry.id()))) {
            throw ProblemException.conflict("A statement with the id " + entry.id()
                    + " is stored and says something else. Nothing was stored.");
        }
        return entry.id();
    }
}
