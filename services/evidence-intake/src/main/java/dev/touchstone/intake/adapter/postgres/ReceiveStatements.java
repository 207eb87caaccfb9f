package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.xapi.Statement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores statements and makes evidence of them, the whole batch or nothing. A statement that is known already, by its id
 * or by its content, changes nothing; the same id with another content refuses the batch.
 */
@ApplicationScoped
public class ReceiveStatements {

    private static final String INSERT = """
            insert into xapi_statement (tenant_id, id, connection_id, content_key, comparison, state, reason, statement,
                                        stored)
            select cast(?1 as varchar), id, cast(cast(?3 as text) as uuid), decode(content_key, 'hex'),
                   decode(comparison, 'hex'), state, reason, statement, cast(cast(?4 as text) as timestamptz)
            from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                 as row(sort_key varchar, id uuid, content_key varchar, comparison varchar, state varchar,
                        reason varchar, statement jsonb)
            order by sort_key
            on conflict do nothing
            returning id""";
    private static final String KNOWN = """
            select id, encode(content_key, 'hex'), encode(comparison, 'hex') from xapi_statement
            where tenant_id = ?1 and (id = any(cast(cast(?2 as text) as uuid[]))
               or content_key in (select decode(value, 'hex')
                                  from jsonb_array_elements_text(cast(cast(?3 as text) as jsonb)) as keys(value)))""";

    private final UnitOfWork unitOfWork;
    private final RecordEvidence recordEvidence;

    ReceiveStatements(UnitOfWork unitOfWork, RecordEvidence recordEvidence) {
        this.unitOfWork = unitOfWork;
        this.recordEvidence = recordEvidence;
    }

    /**
     * @param ids of the statements, in their order
     * @param stored how many were new
     */
    public record Received(List<UUID> ids, int stored) {}

    /** @throws ProblemException conflict, if an id is known with another content */
    public Uni<Received> receive(Connection connection, List<Statement> statements, Instant now) {
        List<StatementEntry> entries =
                statements.stream().map(one -> StatementEntry.of(one, now)).toList();
        return unitOfWork.inTenant(
                connection.tenant(),
                session -> insert(session, connection, entries, now)
                        .chain(stored -> recordEvidence
                                .record(
                                        session,
                                        connection.tenant(),
                                        entries.stream()
                                                .filter(entry -> stored.contains(entry.id()))
                                                .map(entry -> entry.evidence(connection, now))
                                                .flatMap(evidence -> evidence.stream())
                                                .toList())
                                .chain(() -> ids(session, connection.tenant(), entries, stored))
                                .map(ids -> new Received(ids, stored.size()))));
    }

    private static Uni<Set<UUID>> insert(
            Mutiny.Session session, Connection connection, List<StatementEntry> entries, Instant now) {
        return session.createNativeQuery(INSERT, UUID.class)
                .setParameter(1, connection.tenant())
                .setParameter(
                        2, Sql.json(entries.stream().map(StatementEntry::row).toList()))
                .setParameter(3, connection.id().toString())
                .setParameter(4, now.toString())
                .getResultList()
                .map(HashSet::new);
    }

    private static Uni<List<UUID>> ids(
            Mutiny.Session session, String tenant, List<StatementEntry> entries, Set<UUID> stored) {
        if (stored.size() == entries.size()) {
            return Uni.createFrom()
                    .item(entries.stream().map(StatementEntry::id).toList());
        }
        List<StatementEntry> rest =
                entries.stream().filter(entry -> !stored.contains(entry.id())).toList();
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
                            .map(entry ->
                                    stored.contains(entry.id()) ? entry.id() : knownId(entry, comparisons, byContent))
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
