package dev.touchstone.chassis.postgres;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets idempotency keys after 7 days, once an hour. */
@ApplicationScoped
class IdempotencyKeyPurge {

    private static final Logger LOG = Logger.getLogger(IdempotencyKeyPurge.class);

    private final Vertx vertx;
    private final UnitOfWork unitOfWork;

    IdempotencyKeyPurge(Vertx vertx, UnitOfWork unitOfWork) {
        this.vertx = vertx;
        this.unitOfWork = unitOfWork;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(Duration.ofHours(1).toMillis(), tick -> purge());
    }

    private void purge() {
        unitOfWork
                .acrossTenants(session -> session.createNativeQuery(
                                "delete from idempotency_key where created_at < now() - interval '7 days'")
                        .executeUpdate())
                .subscribe()
                .with(
                        rows -> LOG.debugf("event=idempotency-keys-purged rows=%d", rows),
                        failure -> LOG.warnf("event=idempotency-purge-failed reason=\"%s\"", failure));
    }
}
