package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Counts statements by connection and hour behind those who store them: a counter that is written with each statement
 * would let the senders of one connection wait for each other. Each statement is counted once, in the order in which they
 * are stored, up to the time before which no more can come; the mark of an organisation is also what several instances of
 * this service wait for.
 */
@ApplicationScoped
class StatementCounts {

    private static final Logger LOG = Logger.getLogger(StatementCounts.class);
    /** Statements of one transaction. */
    private static final int STEP = 20_000;

    private static final String MARK = """
            insert into connection_hour_mark (tenant_id, through) values (?1, to_timestamp(0)) on conflict do nothing""";
    private static final String HOLD = "select through from connection_hour_mark where tenant_id = ?1 for update";
    private static final String END = """
            select stored from xapi_statement
            where tenant_id = ?1 and stored > ?2 and stored <= ?3 order by stored, seq offset ?4 limit 1""";
    private static final String COUNT = """
            insert into connection_hour (tenant_id, connection_id, hour, state, statements, last_at)
            select tenant_id, connection_id, date_trunc('hour', stored, 'UTC'), state, count(*), max(stored)
            from xapi_statement where tenant_id = ?1 and stored > ?2 and stored <= ?3
            group by 1, 2, 3, 4
            on conflict (tenant_id, connection_id, hour, state) do update
            set statements = connection_hour.statements + excluded.statements,
                last_at = greatest(connection_hour.last_at, excluded.last_at)""";
    private static final String ADVANCE = "update connection_hour_mark set through = ?2 where tenant_id = ?1";
    private static final String TENANTS = """
            select distinct tenant_id from connection where channel = 'xapi' order by tenant_id limit 10000""";

    private final Vertx vertx;
    private final UnitOfWork unitOfWork;
    private final Duration period;
    private long timer;

    StatementCounts(
            Vertx vertx,
            UnitOfWork unitOfWork,
            @ConfigProperty(name = "touchstone.intake.statement-counts", defaultValue = "1m") Duration period) {
        this.vertx = vertx;
        this.unitOfWork = unitOfWork;
        this.period = period;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(
                period.toMillis(),
                tick -> catchUp()
                        .subscribe()
                        .with(
                                done -> LOG.debug("event=statements-counted"),
                                failure -> LOG.warnf("event=statement-counts-failed reason=\"%s\"", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private Uni<Void> catchUp() {
        return unitOfWork
                .acrossTenants(
                        session -> session.<String>createNativeQuery(TENANTS).getResultList())
                .chain(tenants -> Multi.createFrom()
                        .iterable(tenants)
                        .onItem()
                        .transformToUniAndConcatenate(tenant -> catchUp(tenant, Integer.MAX_VALUE))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    /** Counts what has come, in at most so many steps of {@value #STEP} statements. */
    Uni<Void> catchUp(String tenant, int steps) {
        return unitOfWork
                .inTenant(
                        tenant,
                        session -> StatementClock.consistentThrough(session)
                                .chain(through -> step(session, tenant, through)))
                .chain(more -> more && steps > 1
                        ? catchUp(tenant, steps - 1)
                        : Uni.createFrom().voidItem());
    }

    /** Answers with whether there is more. */
    private static Uni<Boolean> step(Mutiny.Session session, String tenant, Instant through) {
        return session.createNativeQuery(MARK)
                .setParameter(1, tenant)
                .executeUpdate()
                .chain(() -> session.<Object>createNativeQuery(HOLD)
                        .setParameter(1, tenant)
                        .getSingleResult())
                .map(Sql::instant)
                .chain(counted -> counted.isBefore(through)
                        ? end(session, tenant, counted, through)
                                .chain(end ->
                                        count(session, tenant, counted, end).replaceWith(end.isBefore(through)))
                        : Uni.createFrom().item(false));
    }

    private static Uni<Instant> end(Mutiny.Session session, String tenant, Instant counted, Instant through) {
        return session.<Object>createNativeQuery(END)
                .setParameter(1, tenant)
                .setParameter(2, Sql.time(counted))
                .setParameter(3, Sql.time(through))
                .setParameter(4, STEP)
                .getSingleResultOrNull()
                .map(stored -> stored == null ? through : Sql.instant(stored));
    }

    private static Uni<Integer> count(Mutiny.Session session, String tenant, Instant counted, Instant end) {
        return session.createNativeQuery(COUNT)
                .setParameter(1, tenant)
                .setParameter(2, Sql.time(counted))
                .setParameter(3, Sql.time(end))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(ADVANCE)
                        .setParameter(1, tenant)
                        .setParameter(2, Sql.time(end))
                        .executeUpdate());
    }
}
