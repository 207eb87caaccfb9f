package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.profile.ProfileConfig;
import dev.touchstone.profile.adapter.mongo.RebuildStore;
import dev.touchstone.profile.rebuild.Rebuild;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Runs rebuilds, those asked for here and those that another replica left behind. Reads go on from the old generation
 * until the new one is whole; events go on into both.
 */
@ApplicationScoped
public class RunRebuild {

    private static final Logger LOG = Logger.getLogger(RunRebuild.class);
    private static final Duration STORE_LIMIT = Duration.ofSeconds(30);

    /** Two may be lost before anybody takes the rebuild for abandoned. */
    private static final int BEATS_BEFORE_SILENCE = 3;

    private static final Duration REPORT_EVERY = Duration.ofSeconds(1);

    private final RebuildStore store;
    private final TopicReplay replay;
    private final Duration watchEvery;
    private final Duration beatEvery;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile Cancellable watch;

    RunRebuild(RebuildStore store, TopicReplay replay, ProfileConfig config) {
        this.store = store;
        this.replay = replay;
        this.watchEvery = config.rebuild().watchEvery();
        this.beatEvery = config.rebuild().takenOverAfter().dividedBy(BEATS_BEFORE_SILENCE);
    }

    /** Goes on in the background; how far it is can be read from the store. */
    public void start(Rebuild rebuild) {
        Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> run(rebuild))
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "event=rebuild-stopped id=%s", rebuild.id()));
    }

    void watch(@Observes StartupEvent started) {
        watch = Multi.createFrom()
                .ticks()
                .every(watchEvery)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> lookAfter())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("event=rebuild-watch-stopped", failure));
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
        if (watch != null) {
            watch.cancel();
        }
    }

    private Uni<Void> lookAfter() {
        return store.takeOver(running)
                .invoke(silent -> silent.ifPresent(rebuild -> {
                    LOG.infof("event=rebuild-taken-over id=%s attempt=%d", rebuild.id(), rebuild.attempts());
                    start(rebuild);
                }))
                .chain(store::sweep)
                .onFailure()
                .invoke(failure -> LOG.warnf("event=rebuild-watch-failed reason=\"%s\"", failure))
                .onFailure()
                .recoverWithNull();
    }

    private void run(Rebuild rebuild) {
        LOG.infof("event=rebuild-started id=%s attempt=%d", rebuild.id(), rebuild.attempts());
        running.add(rebuild.id());
        try {
            Rebuild.Progress progress =
                    Heartbeat.during(beatEvery, () -> store.stillRuns(rebuild), () -> replayed(rebuild));
            store.complete(rebuild, progress).await().atMost(STORE_LIMIT);
            LOG.infof(
                    "event=rebuild-completed id=%s read=%d skipped=%d",
                    rebuild.id(), progress.read(), progress.skipped());
        } catch (RuntimeException failure) {
            giveUp(rebuild, failure);
        } finally {
            running.remove(rebuild.id());
        }
    }

    private Rebuild.Progress replayed(Rebuild rebuild) {
        store.prepare(rebuild).await().atMost(STORE_LIMIT);
        return replay.into(rebuild.generation(), reporter(rebuild), () -> !stopping);
    }

    private Consumer<Rebuild.Progress> reporter(Rebuild rebuild) {
        long[] reportedAt = {System.nanoTime() - REPORT_EVERY.toNanos()};
        return progress -> {
            if (System.nanoTime() - reportedAt[0] >= REPORT_EVERY.toNanos()) {
                reportedAt[0] = System.nanoTime();
                store.report(rebuild, progress).await().atMost(STORE_LIMIT);
            }
        };
    }

    /** A replica that stops hands the rebuild on; any other failure ends it. */
    private void giveUp(Rebuild rebuild, RuntimeException failure) {
        LOG.warnf("event=rebuild-failed id=%s stopping=%b reason=\"%s\"", rebuild.id(), stopping, failure);
        Uni<Void> end = stopping ? store.release(rebuild) : store.fail(rebuild, reason(failure));
        end.await().atMost(STORE_LIMIT);
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof IllegalStateException && failure.getCause() == null
                ? failure.getMessage()
                : "The topics could not be read or the store could not be written.";
    }
}
