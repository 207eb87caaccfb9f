package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.Refusals;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Counts requests whose sender could not prove who they are. Anybody can send those, so they cost no more than a number
 * in memory; the numbers are added to the database every few seconds, a row for each connection, hour and reason. What
 * was counted since is lost when the process ends without notice.
 */
@ApplicationScoped
public class RefusedSenders {

    private static final Logger LOG = Logger.getLogger(RefusedSenders.class);
    /** Counted at a time; more only if so many connections are tried within one period. */
    private static final int MOST = 10_000;

    private static final Duration KEPT = Duration.ofDays(14);
    private static final String ADD = """
            insert into refused_sender (tenant_id, connection_id, hour, reason, refused, last_at)
            select tenant, cast(connection as uuid), hour, reason, refused, last_at
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                as counted (tenant text, connection text, hour timestamptz, reason text, refused bigint,
                            last_at timestamptz)
            order by tenant, connection, hour, reason
            on conflict (tenant_id, connection_id, hour, reason) do update
                set refused = refused_sender.refused + excluded.refused,
                    last_at = greatest(refused_sender.last_at, excluded.last_at)""";
    private static final String OF_CONNECTION = """
            select hour, reason, refused, last_at from refused_sender
            where tenant_id = ?1 and connection_id = cast(cast(?2 as text) as uuid) and hour >= ?3
            order by last_at desc limit 1000""";

    private final Vertx vertx;
    private final UnitOfWork unitOfWork;
    private final Duration period;
    private final Map<Place, Count> counted = new ConcurrentHashMap<>();
    private long timer;

    RefusedSenders(
            Vertx vertx,
            UnitOfWork unitOfWork,
            @ConfigProperty(name = "touchstone.intake.refused-senders", defaultValue = "5s") Duration period) {
        this.vertx = vertx;
        this.unitOfWork = unitOfWork;
        this.period = period;
    }

    private record Place(String tenant, UUID connection, Instant hour, String reason) {}

    private record Count(long refused, Instant lastAt) {

        Count and(Count other) {
            return new Count(refused + other.refused, lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
        }
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(
                period.toMillis(),
                tick -> write(Instant.now())
                        .subscribe()
                        .with(
                                rows -> LOG.debugf("event=refused-senders rows=%d", rows),
                                failure -> LOG.warnf("event=refused-senders-failed reason=\"%s\"", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** @param reason a stable word, of which there are few */
    public void count(Connection connection, String reason, Instant at) {
        Place place = new Place(connection.tenant(), connection.id(), at.truncatedTo(ChronoUnit.HOURS), reason);
        if (counted.size() < MOST || counted.containsKey(place)) {
            counted.merge(place, new Count(1, at), Count::and);
        }
    }

    /** What came since then and has been written, the newest first, at most 1000. */
    public Uni<List<Refusals>> of(String tenant, UUID connection, Instant since) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(OF_CONNECTION, Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, connection.toString())
                        .setParameter(3, Sql.time(since))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new Refusals(
                                        Sql.instant(row[0]),
                                        (String) row[1],
                                        ((Number) row[2]).longValue(),
                                        Sql.instant(row[3])))
                                .toList()));
    }

    /** Answers with how many rows were written. */
    Uni<Integer> write(Instant now) {
        Map<Place, Count> taken = new java.util.HashMap<>();
        for (Place place : List.copyOf(counted.keySet())) {
            Count count = counted.remove(place);
            if (count != null) {
                taken.put(place, count);
            }
        }
        if (taken.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return unitOfWork
                .acrossTenants(session ->
                        add(session, taken).chain(rows -> forget(session, now).replaceWith(rows)))
                // the store is away: they count the next time
                .onFailure()
                .invoke(() -> taken.forEach((place, count) -> counted.merge(place, count, Count::and)));
    }

    private static Uni<Integer> add(Mutiny.Session session, Map<Place, Count> taken) {
        List<Map<String, Object>> rows = new ArrayList<>();
        taken.forEach((place, count) -> rows.add(Map.of(
                "tenant", place.tenant(),
                "connection", place.connection().toString(),
                "hour", place.hour().toString(),
                "reason", place.reason(),
                "refused", count.refused(),
                "last_at", count.lastAt().toString())));
        return session.createNativeQuery(ADD).setParameter(1, Sql.json(rows)).executeUpdate();
    }

    private static Uni<Integer> forget(Mutiny.Session session, Instant now) {
        return session.createNativeQuery("delete from refused_sender where hour < ?1")
                .setParameter(1, Sql.time(now.minus(KEPT)))
                .executeUpdate();
    }
}
