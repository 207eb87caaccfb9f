package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.adapter.postgres.ConsiderPerson.Look;
import dev.touchstone.assessment.adapter.postgres.SweepStore.Sweep;
import dev.touchstone.assessment.recognition.Trigger;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * What was published today may be met by what happened years ago. After a version is published, everybody of whom
 * anything is known is looked at once, {@value #PEOPLE_AT_ONCE} people a transaction. How far it got is part of the
 * transaction, so a crash repeats nothing and leaves nobody out; several replicas share the work. It begins right after
 * publishing, and every {@value #SAFETY_NET_SECONDS} s in case the replica that published has gone.
 */
@ApplicationScoped
public class RecogniseEarlierEvidence {

    private static final Logger LOG = Logger.getLogger(RecogniseEarlierEvidence.class);
    private static final int PEOPLE_AT_ONCE = 20;
    private static final int SAFETY_NET_SECONDS = 10;

    private final Vertx vertx;
    private final UnitOfWork unitOfWork;
    private final SweepStore sweeps;
    private final CatalogueStore catalogues;
    private final ConsiderPerson considering;
    private final AtomicInteger asked = new AtomicInteger();

    RecogniseEarlierEvidence(
            Vertx vertx,
            UnitOfWork unitOfWork,
            SweepStore sweeps,
            CatalogueStore catalogues,
            ConsiderPerson considering) {
        this.vertx = vertx;
        this.unitOfWork = unitOfWork;
        this.sweeps = sweeps;
        this.catalogues = catalogues;
        this.considering = considering;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(1, Duration.ofSeconds(SAFETY_NET_SECONDS).toMillis(), tick -> begin());
    }

    /** Works in the background until nothing is left. Asked while at it, it looks once more when done. */
    public void begin() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        unitOfWork
                .acrossTenants(sweeps::tenants)
                .chain(tenants -> Multi.createFrom()
                        .iterable(tenants)
                        .onItem()
                        .transformToUniAndConcatenate(this::exhaust)
                        .collect()
                        .last())
                .subscribe()
                .with(done -> end(), failure -> {
                    LOG.warnf("event=earlier-evidence-retry reason=\"%s\"", failure);
                    asked.set(0);
                });
    }

    private void end() {
        if (asked.getAndSet(0) > 1) {
            begin();
        }
    }

    private Uni<Boolean> exhaust(String tenant) {
        return Uni.createFrom()
                .deferred(() -> unitOfWork.inTenant(tenant, session -> batch(session, tenant)))
                .repeat()
                .whilst(more -> more)
                .collect()
                .last();
    }

    /** True when there may be more. */
    private Uni<Boolean> batch(Mutiny.Session session, String tenant) {
        return sweeps.take(session, tenant)
                .chain(taken -> taken.map(sweep -> batch(session, sweep))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> batch(Mutiny.Session session, Sweep sweep) {
        return sweeps.people(session, sweep, PEOPLE_AT_ONCE).chain(people -> {
            if (people.isEmpty()) {
                LOG.infof(
                        "event=earlier-evidence-recognised tenant=%s achievement=%s",
                        sweep.tenant(), sweep.achievementId());
                return sweeps.finish(session, sweep).replaceWith(true);
            }
            return everyone(session, sweep, people)
                    .chain(() -> sweeps.advance(session, sweep, people.get(people.size() - 1)))
                    .replaceWith(true);
        });
    }

    /** In order of their ids, so two replicas at two achievements cannot hold each other up for ever. */
    private Uni<Void> everyone(Mutiny.Session session, Sweep sweep, List<UUID> people) {
        return Multi.createFrom()
                .iterable(people)
                .onItem()
                .transformToUniAndConcatenate(personId -> Locks.person(session, sweep.tenant(), personId)
                        .chain(() -> catalogues.current(session, sweep.tenant()))
                        .chain(catalogue -> considering.consider(
                                session,
                                new Look(
                                        sweep.tenant(),
                                        personId,
                                        catalogue,
                                        Set.of(sweep.achievementId()),
                                        new Trigger.AchievementPublished(),
                                        null))))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
