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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Finds parked evidence that means one person, and evidence of somebody who has been merged: there is some only if a
 * process died between two steps, or two things happened at once.
 */
@ApplicationScoped
class ParkedSweep {

    private static final Logger LOG = Logger.getLogger(ParkedSweep.class);
    private static final String RELEASABLE = """
            select p.tenant_id, cast(min(cast(p.identity_key as text)) as uuid)
            from evidence e
            join parked_identity p on p.tenant_id = e.tenant_id and p.evidence_id = e.id
            join person_identity i on i.tenant_id = p.tenant_id and i.identity_key = p.identity_key
            where e.person_id is null
            group by p.tenant_id, e.id
            having count(distinct i.person_id) = 1
            limit 1000""";

    private final Vertx vertx;
    private final UnitOfWork unitOfWork;
    private final ReleaseParked releaseParked;
    private final MergedRows mergedRows;
    private final Duration period;
    private long timer;

    ParkedSweep(
            Vertx vertx,
            UnitOfWork unitOfWork,
            ReleaseParked releaseParked,
            MergedRows mergedRows,
            @ConfigProperty(name = "touchstone.intake.parked-sweep", defaultValue = "30s") Duration period) {
        this.vertx = vertx;
        this.unitOfWork = unitOfWork;
        this.releaseParked = releaseParked;
        this.mergedRows = mergedRows;
        this.period = period;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(
                period.toMillis(),
                tick -> sweep().subscribe()
                        .with(
                                released -> LOG.debugf("event=parked-sweep released=%d", released),
                                failure -> LOG.warnf("event=parked-sweep-failed reason=\"%s\"", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** Answers with how much went on. */
    Uni<Integer> sweep() {
        return mergedRows
                .moveStragglers()
                .chain(() -> unitOfWork.acrossTenants(session -> session.createNativeQuery(RELEASABLE, Object[].class)
                        .getResultList()
                        .map(rows -> {
                            Map<String, Set<UUID>> keys = new HashMap<>();
                            rows.forEach(row -> keys.computeIfAbsent((String) row[0], tenant -> new HashSet<>())
                                    .add((UUID) row[1]));
                            return keys;
                        })))
                .chain(keys -> Multi.createFrom()
                        .iterable(keys.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(entry -> releaseParked.release(entry.getKey(), entry.getValue()))
                        .collect()
                        .with(java.util.stream.Collectors.summingInt(Integer::intValue)));
    }
}
