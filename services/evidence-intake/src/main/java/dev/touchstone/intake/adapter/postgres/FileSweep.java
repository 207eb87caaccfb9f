package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Removes files that nobody handed in within a day, and those whose evidence was withdrawn. */
@ApplicationScoped
class FileSweep {

    static final Duration KEPT = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(FileSweep.class);
    /** Whoever refers to a content again touches it, so the age is looked at once more after waiting for them. */
    private static final String UNREFERENCED = """
            delete from file_content
            where touched_at < ?1
              and not exists (select 1 from file_upload
                              where file_upload.tenant_id = file_content.tenant_id
                                and file_upload.digest = file_content.digest)
              and not exists (select 1 from evidence_file
                              where evidence_file.tenant_id = file_content.tenant_id
                                and evidence_file.digest = file_content.digest)""";

    private final Vertx vertx;
    private final UnitOfWork unitOfWork;
    private final Duration period;
    private long timer;

    FileSweep(
            Vertx vertx,
            UnitOfWork unitOfWork,
            @ConfigProperty(name = "touchstone.intake.file-sweep", defaultValue = "1h") Duration period) {
        this.vertx = vertx;
        this.unitOfWork = unitOfWork;
        this.period = period;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(
                period.toMillis(),
                tick -> sweep(Instant.now())
                        .subscribe()
                        .with(
                                removed -> LOG.debugf("event=file-sweep removed=%d", removed),
                                failure -> LOG.warnf("event=file-sweep-failed reason=\"%s\"", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** Answers with how many contents went. */
    Uni<Integer> sweep(Instant now) {
        Instant before = now.minus(KEPT);
        return unitOfWork.acrossTenants(
                session -> delete(session, "delete from file_upload where uploaded_at < ?1", before)
                        .chain(() -> delete(session, UNREFERENCED, before)));
    }

    private static Uni<Integer> delete(Mutiny.Session session, String statement, Instant before) {
        return session.createNativeQuery(statement)
                .setParameter(1, Sql.time(before))
                .executeUpdate();
    }
}
