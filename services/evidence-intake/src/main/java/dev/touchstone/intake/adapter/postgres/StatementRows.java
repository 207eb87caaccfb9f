package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.SqlArray;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.postgres.StatementClock.Moment;
import dev.touchstone.intake.xapi.query.StatementKeys;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of statements: writes those that are new, and tells what those are that are not. */
final class StatementRows {

    /** Columns as arrays: PostgreSQL reads them in a fraction of the time that it takes for as much JSON. */
    private static final String INSERT = """
            with inserted as (
                insert into xapi_statement (tenant_id, id, connection_id, content_key, comparison, state, reason,
                                            statement, stored, seq, refers_to, voids)
                select cast(?1 as varchar), id, connection_id, decode(content_key, 'hex'), decode(comparison, 'hex'),
                       state, reason, statement, cast(cast(?2 as text) as timestamptz), seq, refers_to, voids
                from unnest(cast(cast(?3 as text) as uuid[]), cast(cast(?4 as text) as uuid[]),
                            cast(cast(?5 as text) as text[]), cast(cast(?6 as text) as text[]),
                            cast(cast(?7 as text) as text[]), cast(cast(?8 as text) as text[]),
                            cast(cast(?9 as text) as json[]), cast(cast(?10 as text) as bigint[]),
                            cast(cast(?11 as text) as uuid[]), cast(cast(?12 as text) as boolean[]))
                     as row(id, connection_id, content_key, comparison, state, reason, statement, seq, refers_to, voids)
                on conflict do nothing
                returning id, seq)
            select seq, exists (select 1 from xapi_statement as referring
                                where referring.tenant_id = ?1 and referring.refers_to = inserted.id)
            from inserted""";

    private static final String INSERT_KEYS = """
            insert into xapi_statement_key (tenant_id, key, stored, seq, origin)
            select cast(?1 as varchar), key, cast(cast(?2 as text) as timestamptz), seq, seq
            from unnest(cast(cast(?3 as text) as uuid[]), cast(cast(?4 as text) as bigint[])) as row(key, seq)""";
    /**
     * Two selections and not one with an "or": each is a look into an index, and the two together would read every
     * statement of the organisation.
     */
    private static final String KNOWN = """
            select id, encode(content_key, 'hex'), encode(comparison, 'hex') from xapi_statement
            where tenant_id = ?1 and id = any(cast(cast(?2 as text) as uuid[]))
            union all
            select id, encode(content_key, 'hex'), encode(comparison, 'hex') from xapi_statement
            where tenant_id = ?1 and content_key = any(array(
                select decode(value, 'hex') from unnest(cast(cast(?3 as text) as text[])) as keys(value)))""";

    /** Every batch takes its unique keys in one order, or two batches that repeat each other could deadlock. */
    private static final Comparator<StatementEntry> ORDER = Comparator.comparing(
            entry -> entry.contentKey() == null ? entry.id().toString() : entry.contentKey());

    private StatementRows() {}

    /** Which statements are new, by their numbers, each with whether another refers to it. */
    record Stored(Map<Long, Boolean> referredTo) {

        boolean isNew(StatementEntry entry) {
            return referredTo.containsKey(entry.number());
        }

        boolean isReferredTo(StatementEntry entry) {
            return referredTo.get(entry.number());
        }
    }

    static Uni<Stored> insert(Mutiny.Session session, String tenant, List<StatementEntry> entries, Moment moment) {
        List<StatementEntry> ordered = entries.stream().sorted(ORDER).toList();
        return session.createNativeQuery(INSERT, Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, moment.stored().toString())
                .setParameter(3, SqlArray.of(ordered, StatementEntry::id))
                .setParameter(
                        4,
                        SqlArray.of(
                                ordered, entry -> entry.delivery().connection().id()))
                .setParameter(5, SqlArray.of(ordered, StatementEntry::contentKey))
                .setParameter(6, SqlArray.of(ordered, StatementEntry::comparison))
                .setParameter(7, SqlArray.of(ordered, StatementEntry::state))
                .setParameter(8, SqlArray.of(ordered, StatementEntry::reason))
                .setParameter(9, SqlArray.of(ordered, StatementEntry::json))
                .setParameter(10, SqlArray.of(ordered, StatementEntry::number))
                .setParameter(
                        11, SqlArray.of(ordered, entry -> entry.statement().refersTo()))
                .setParameter(
                        12, SqlArray.of(ordered, entry -> entry.statement().voids()))
                .getResultList()
                .map(rows -> {
                    Map<Long, Boolean> stored = new HashMap<>();
                    rows.forEach(row -> stored.put(((Number) row[0]).longValue(), (Boolean) row[1]));
                    return new Stored(stored);
                })
                .call(stored -> insertKeys(
                        session, tenant, entries.stream().filter(stored::isNew).toList(), moment));
    }

    private record Key(UUID key, long number) {}

    private static Uni<Integer> insertKeys(
            Mutiny.Session session, String tenant, List<StatementEntry> fresh, Moment moment) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<Key> keys = new ArrayList<>();
        for (StatementEntry entry : fresh) {
            StatementKeys.of(tenant, entry.recorded()).forEach(key -> keys.add(new Key(key, entry.number())));
        }
        keys.sort(Comparator.comparing(Key::key).thenComparing(Key::number));
        return session.createNativeQuery(INSERT_KEYS)
                .setParameter(1, tenant)
                .setParameter(2, moment.stored().toString())
                .setParameter(3, SqlArray.of(keys, Key::key))
                .setParameter(4, SqlArray.of(keys, Key::number))
                .executeUpdate();
    }

    /**
     * The ids of all, in their order.
     *
     * @throws ProblemException conflict, if an id is known with another content
     */
    static Uni<List<UUID>> ids(Mutiny.Session session, String tenant, List<StatementEntry> entries, Stored stored) {
        List<StatementEntry> rest =
                entries.stream().filter(entry -> !stored.isNew(entry)).toList();
        if (rest.isEmpty()) {
            return Uni.createFrom()
                    .item(entries.stream().map(StatementEntry::id).toList());
        }
        return session.createNativeQuery(KNOWN, Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, SqlArray.of(rest, StatementEntry::id))
                .setParameter(
                        3,
                        SqlArray.of(
                                rest.stream()
                                        .filter(entry -> entry.contentKey() != null)
                                        .toList(),
                                StatementEntry::contentKey))
                .getResultList()
                .map(rows -> {
                    Map<UUID, String> comparisons = new HashMap<>();
                    Map<String, UUID> byContent = new HashMap<>();
                    rows.forEach(row -> {
                        comparisons.put((UUID) row[0], (String) row[2]);
                        byContent.put((String) row[1], (UUID) row[0]);
                    });
                    return entries.stream()
                            .map(entry -> stored.isNew(entry) ? entry.id() : knownId(entry, comparisons, byContent))
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
