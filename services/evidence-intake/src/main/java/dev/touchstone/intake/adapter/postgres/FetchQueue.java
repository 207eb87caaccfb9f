package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.connection.Connection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Deliveries whose system is to be asked, of all organisations. Whoever takes one has it until the lease ends, and asks
 * outside of any transaction. At most {@value #MOST_OF_ONE} of a connection are under way: a slow system, or one with
 * very much to ask about, does not keep the others waiting.
 */
@ApplicationScoped
public class FetchQueue {

    /** Longer than all requests of a delivery can take, and the time for its token. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST_OF_ONE = 4;
    private static final String ADD = """
            insert into delivery_fetch (delivery_id, tenant_id, connection_id, asked_for_at, due_at)
            select id, cast(?1 as varchar), cast(?2 as uuid), ?4, ?4
            from unnest(cast(cast(?3 as text) as uuid[])) as id
            on conflict (delivery_id) do update set tries = 0, due_at = excluded.due_at, lease = null""";
    /** Which are due is looked at once more with the lock held: somebody else may have just taken them. */
    private static final String CLAIM = """
            with due as materialized (
                select delivery_id from delivery_fetch
                where due_at <= ?1 and delivery_id in (
                    select waiting.delivery_id
                    from (select distinct connection_id from delivery_fetch) as connections
                    cross join lateral (
                        select delivery_id, due_at from delivery_fetch
                        where connection_id = connections.connection_id and due_at <= ?1
                        order by due_at
                        limit greatest(0, %d - (
                            select count(*) from delivery_fetch as busy
                            where busy.connection_id = connections.connection_id
                              and busy.lease is not null and busy.due_at > ?1))
                    ) as waiting
                    order by waiting.due_at limit ?2)
                for update skip locked)
            update delivery_fetch set lease = ?3, tries = tries + 1, due_at = ?4
            from due where delivery_fetch.delivery_id = due.delivery_id
            returning delivery_fetch.delivery_id, tenant_id, connection_id, tries,
                      clock_timestamp()""".formatted(MOST_OF_ONE);

    private final UnitOfWork unitOfWork;

    FetchQueue(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * A delivery that somebody has taken.
     *
     * @param lease by which they still have it
     * @param tries with the one that is about to be made
     * @param at by the clock of the database, which is one for all processes
     */
    public record Taken(UUID delivery, String tenant, UUID connection, UUID lease, int tries, Instant at) {}

    /** How much waits, and since when; null if nothing does. */
    public record Backlog(long waiting, Instant oldest) {}

    /** In the transaction that says that they are to be fetched. */
    static Uni<Void> add(Mutiny.Session session, Connection connection, Collection<UUID> deliveries, Instant now) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(ADD)
                .setParameter(1, connection.tenant())
                .setParameter(2, connection.id())
                .setParameter(3, Sql.uuids(deliveries))
                .setParameter(4, Sql.time(now))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Those that are due, at most {@code most}; nobody else gets them before the lease ends. */
    public Uni<List<Taken>> take(int most, Instant now) {
        UUID lease = UUID.randomUUID();
        return unitOfWork.acrossTenants(session -> session.createNativeQuery(CLAIM, Object[].class)
                .setParameter(1, Sql.time(now))
                .setParameter(2, most)
                .setParameter(3, lease)
                .setParameter(4, Sql.time(now.plus(LEASE)))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Taken(
                                (UUID) row[0],
                                (String) row[1],
                                (UUID) row[2],
                                lease,
                                ((Number) row[3]).intValue(),
                                Sql.instant(row[4])))
                        .toList()));
    }

    public Uni<Backlog> backlog() {
        return unitOfWork.acrossTenants(session -> session.createNativeQuery(
                        "select count(*), min(asked_for_at) from delivery_fetch", Object[].class)
                .getSingleResult()
                .map(row -> new Backlog(((Number) row[0]).longValue(), Sql.instant(row[1]))));
    }
}
