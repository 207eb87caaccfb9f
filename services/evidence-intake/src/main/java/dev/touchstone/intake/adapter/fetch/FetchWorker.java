package dev.touchstone.intake.adapter.fetch;

import dev.touchstone.chassis.event.EventLoop;
import dev.touchstone.intake.adapter.postgres.FetchQueue;
import dev.touchstone.intake.adapter.postgres.FetchQueue.Backlog;
import dev.touchstone.intake.adapter.postgres.FetchQueue.Taken;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks for deliveries whose system is to be asked, and has them asked, at most {@value #MOST} at a time in this
 * process. For the operator it counts those that wait, {@code touchstone.intake.fetches.waiting}, and the age of the
 * oldest, {@code touchstone.intake.fetches.age.seconds}.
 */
@ApplicationScoped
class FetchWorker {

    private static final Logger LOG = Logger.getLogger(FetchWorker.class);
    private static final int MOST = 16;

    private final Vertx vertx;
    private final EventLoop eventLoop;
    private final FetchQueue queue;
    private final FetchTry fetchTry;
    private final Duration period;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicReference<Backlog> backlog = new AtomicReference<>(new Backlog(0, null));
    private long timer;

    FetchWorker(
            Vertx vertx,
            EventLoop eventLoop,
            FetchQueue queue,
            FetchTry fetchTry,
            MeterRegistry registry,
            @ConfigProperty(name = "touchstone.intake.fetch.poll", defaultValue = "1s") Duration period) {
        this.vertx = vertx;
        this.eventLoop = eventLoop;
        this.queue = queue;
        this.fetchTry = fetchTry;
        this.period = period;
        registry.gauge(
                "touchstone.intake.fetches.waiting", backlog, held -> held.get().waiting());
        registry.gauge("touchstone.intake.fetches.age.seconds", backlog, held -> age(held.get()));
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(period.toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** Takes what is due and asks for all of it; answers with how many tries were made. */
    Uni<Integer> work(Instant now) {
        return queue.take(MOST - underWay.get(), now)
                .chain(taken -> Multi.createFrom()
                        .iterable(taken)
                        .onItem()
                        .transformToUniAndMerge(one -> tried(one, now))
                        .collect()
                        .with(java.util.stream.Collectors.summingInt(tries -> 1)))
                .call(() -> queue.backlog().invoke(backlog::set));
    }

    /** Has what is due asked about. What is under way does not keep the next look waiting; a look does. */
    void look() {
        int free = MOST - underWay.get();
        if (free <= 0 || !looking.compareAndSet(false, true)) {
            return;
        }
        Instant now = Instant.now();
        queue.take(free, now)
                .invoke(taken ->
                        taken.forEach(one -> tried(one, now).subscribe().with(done -> LOG.debugf("event=fetch-tried"))))
                .chain(taken -> queue.backlog())
                .onTermination()
                .invoke(() -> looking.set(false))
                .subscribe()
                .with(backlog::set, failure -> LOG.warnf("event=fetch-look-failed reason=\"%s\"", failure));
    }

    private Uni<Boolean> tried(Taken taken, Instant now) {
        underWay.incrementAndGet();
        // In a context of its own: those that run in one context share its database session.
        return eventLoop
                .runInNewContext(() -> fetchTry.run(taken, now))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("event=fetch-broken delivery=%s reason=\"%s\"", taken.delivery(), failure);
                    return false;
                })
                .onTermination()
                .invoke(underWay::decrementAndGet);
    }

    private static double age(Backlog backlog) {
        return backlog.oldest() == null
                ? 0
                : Math.max(0, Duration.between(backlog.oldest(), Instant.now()).toMillis() / 1000.0);
    }
}
