package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes back, once at every start, the evidence of statements that were voided before voiding took it back by itself.
 * Batches of {@value #BATCH} statements, so any number may have piled up; what fails or is interrupted is found again at
 * the next start.
 */
@ApplicationScoped
class VoidedSweep {

    private static final Logger LOG = Logger.getLogger(VoidedSweep.class);
    private static final int BATCH = 200;
    private static final String LEFT = """
            select statement.tenant_id, statement.id from xapi_statement as statement
            where statement.voided and (statement.tenant_id, statement.id) > (?1, cast(cast(?2 as text) as uuid))
              and exists (select 1 from evidence
                          where evidence.tenant_id = statement.tenant_id and evidence.delivery_id = statement.id
                            and evidence.document -> 'provenance' ->> 'channel' = 'xapi'
                            and evidence.retraction is null)
            order by statement.tenant_id, statement.id limit ?3""";

    private final UnitOfWork unitOfWork;
    private final RetractEvidence retractEvidence;

    VoidedSweep(UnitOfWork unitOfWork, RetractEvidence retractEvidence) {
        this.unitOfWork = unitOfWork;
        this.retractEvidence = retractEvidence;
    }

    private record Voided(String tenant, UUID id) {}

    void start(@Observes StartupEvent started) {
        sweep(Instant.now())
                .subscribe()
                .with(
                        swept -> LOG.debugf("event=voided-sweep statements=%d", swept),
                        failure -> LOG.warnf("event=voided-sweep-failed reason=\"%s\"", failure));
    }

    /** Answers with how many statements still had evidence. */
    Uni<Integer> sweep(Instant now) {
        return sweepAfter(new Voided("", new UUID(0, 0)), 0, now);
    }

    private Uni<Integer> sweepAfter(Voided last, int before, Instant now) {
        return left(last)
                .chain(batch -> retract(batch, now).chain(() -> {
                    int swept = before + batch.size();
                    return batch.size() < BATCH
                            ? Uni.createFrom().item(swept)
                            : sweepAfter(batch.get(BATCH - 1), swept, now);
                }));
    }

    private Uni<List<Voided>> left(Voided last) {
        return unitOfWork.acrossTenants(session -> session.createNativeQuery(LEFT, Object[].class)
                .setParameter(1, last.tenant())
                .setParameter(2, last.id().toString())
                .setParameter(3, BATCH)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Voided((String) row[0], (UUID) row[1]))
                        .toList()));
    }

    private Uni<Void> retract(List<Voided> batch, Instant now) {
        Map<String, Set<UUID>> byTenant = new HashMap<>();
        batch.forEach(one -> byTenant.computeIfAbsent(one.tenant(), tenant -> new HashSet<>())
                .add(one.id()));
        return Multi.createFrom()
                .iterable(byTenant.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> unitOfWork.inTenant(
                        entry.getKey(),
                        session -> retractEvidence.voided(session, entry.getKey(), entry.getValue(), now)))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
