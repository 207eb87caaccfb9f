package dev.touchstone.profile.adapter.mongo;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Creates the indexes when the service starts. A store that is away then does not keep the service from starting: it
 * answers 503 and its consumers wait, and the indexes are made when the store is back.
 */
@ApplicationScoped
class PrepareStore {

    private static final Logger LOG = Logger.getLogger(PrepareStore.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ProfileDatabase database;
    private final Generations generations;

    PrepareStore(ProfileDatabase database, Generations generations) {
        this.database = database;
        this.generations = generations;
    }

    void start(@Observes StartupEvent started) {
        Uni.createFrom()
                .deferred(() ->
                        database.createOwnIndexes().chain(generations::live).chain(database::createIndexes))
                .onFailure()
                .invoke(failure -> LOG.warnf("event=store-not-ready reason=\"%s\"", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> LOG.info("event=store-ready"), failure -> LOG.error("event=store-failed", failure));
    }
}
