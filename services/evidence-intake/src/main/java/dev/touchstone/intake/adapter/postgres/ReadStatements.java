package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.xapi.query.Position;
import dev.touchstone.intake.xapi.query.StatementFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives statements back. What has been taken back is given by its id only. */
@ApplicationScoped
public class ReadStatements {

    private static final String ONE = """
            select cast(statement as text), stored, seq from xapi_statement
            where tenant_id = ?1 and id = ?2 and voided = ?3""";

    private final UnitOfWork unitOfWork;

    ReadStatements(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** A statement as JSON. */
    public record Stored(String json, Position position) {}

    /**
     * A page of statements.
     *
     * @param through up to when the page holds all that it should
     * @param more whether there is another page behind
     */
    public record Page(List<Stored> statements, boolean more, Instant through) {}

    /**
     * Which page.
     *
     * @param after the last one of the page before; null for the first
     */
    public record Window(boolean ascending, Position after, int most) {}

    /** A statement with the time up to which that it is there, or not, is known. */
    public record Found(Optional<Stored> statement, Instant through) {}

    /** @param voided whether the one that was taken back is asked for */
    public Uni<Found> one(String tenant, UUID id, boolean voided) {
        return unitOfWork.inTenant(
                tenant,
                session -> StatementClock.consistentThrough(session)
                        .chain(through -> session.createNativeQuery(ONE, Object[].class)
                                .setParameter(1, tenant)
                                .setParameter(2, id)
                                .setParameter(3, voided)
                                .getSingleResultOrNull()
                                .map(row -> new Found(Optional.ofNullable(row).map(ReadStatements::stored), through))));
    }

    public Uni<Page> page(String tenant, StatementFilter filter, Window window) {
        StatementSearch search = StatementSearch.of(tenant, filter, window);
        return unitOfWork.inTenant(
                tenant,
                session -> StatementClock.consistentThrough(session, StatementSearch.PLANNING)
                        .chain(through -> rows(session, search).map(rows -> {
                            List<Stored> statements = rows.stream()
                                    .limit(window.most())
                                    .map(ReadStatements::stored)
                                    .toList();
                            return new Page(statements, rows.size() > window.most(), through);
                        })));
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, StatementSearch search) {
        Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(search.sql(), Object[].class);
        for (int index = 0; index < search.parameters().size(); index++) {
            query.setParameter(index + 1, search.parameters().get(index));
        }
        return query.getResultList();
    }

    private static Stored stored(Object[] row) {
        return new Stored((String) row[0], new Position(Sql.instant(row[1]), ((Number) row[2]).longValue()));
    }
}
