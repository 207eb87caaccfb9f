package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.delivery.Silence;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Counts for the operator how many connections have gone silent: {@code touchstone.intake.connections.silent}, of all
 * organisations, as of the last look.
 */
@ApplicationScoped
class SilenceWatch {

    private static final Logger LOG = Logger.getLogger(SilenceWatch.class);
    private static final String LIVE = """
            select id, tenant_id, settings ->> 'timeZone' from connection where disabled_at is null
            order by id limit 10000""";

    private final Vertx vertx;
    private final UnitOfWork unitOfWork;
    private final Activities activities;
    private final Duration period;
    private final AtomicLong silent = new AtomicLong();
    private long timer;

    SilenceWatch(
            Vertx vertx,
            UnitOfWork unitOfWork,
            Activities activities,
            MeterRegistry registry,
            @ConfigProperty(name = "touchstone.intake.silence-watch", defaultValue = "10m") Duration period) {
        this.vertx = vertx;
        this.unitOfWork = unitOfWork;
        this.activities = activities;
        this.period = period;
        registry.gauge("touchstone.intake.connections.silent", silent);
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(
                period.toMillis(),
                tick -> look(Instant.now())
                        .subscribe()
                        .with(
                                count -> LOG.debugf("event=silence-watch silent=%d", count),
                                failure -> LOG.warnf("event=silence-watch-failed reason=\"%s\"", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** Answers with how many are silent. */
    Uni<Long> look(Instant now) {
        return unitOfWork
                .acrossTenants(session ->
                        session.createNativeQuery(LIVE, Object[].class).getResultList())
                .chain(connections -> Multi.createFrom()
                        .iterable(connections)
                        .onItem()
                        .transformToUniAndConcatenate(row -> activities
                                .newest((String) row[1], (UUID) row[0])
                                .map(newest -> Silence.of(newest, zone((String) row[2]), now)
                                        .isPresent()))
                        .filter(Boolean::booleanValue)
                        .collect()
                        .with(java.util.stream.Collectors.counting()))
                .invoke(silent::set);
    }

    private static ZoneId zone(String name) {
        return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    }
}
