package dev.touchstone.chassis.postgres;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries the outbox to the broker: one thread a process, woken by commits, with a poll as safety net. It never gives
 * up; while the broker or the database is away it tries again, and the age of the oldest row tells the operator.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;
    private static final long LONGEST_REST_MILLIS = 20;
    private static final long STOP_TIMEOUT_MILLIS = 5_000;

    private final OutboxBatch batch;
    private final RelayWakeUp wakeUp;
    private final long pollMillis;
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;

    OutboxRelay(
            OutboxBatch batch,
            RelayWakeUp wakeUp,
            MeterRegistry registry,
            @ConfigProperty(name = "touchstone.outbox.poll") Duration poll) {
        this.batch = batch;
        this.wakeUp = wakeUp;
        this.pollMillis = poll.toMillis();
        registry.gauge("touchstone.outbox.age.seconds", batch, waiting -> waiting.oldestAgeMillis() / 1000.0);
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        wakeUp.signal();
        thread.join(STOP_TIMEOUT_MILLIS);
    }

    private void run() {
        boolean lookAgain = false;
        while (!stopping) {
            try {
                boolean woken = wakeUp.await(lookAgain ? RelayWakeUp.QUIET_MILLIS + 5 : pollMillis);
                long begun = System.nanoTime();
                drain();
                lookAgain = woken;
                rest(System.nanoTime() - begun);
            } catch (InterruptedException interrupted) {
                return;
            } catch (Exception failure) {
                LOG.warnf("event=relay-retry reason=\"%s\"", failure);
                batch.reset();
                lookAgain = false;
                pause(PAUSE_AFTER_FAILURE_MILLIS);
            }
        }
        batch.reset();
    }

    private void drain() throws Exception {
        while (batch.publish() && !stopping) {
            // a full batch: there may be more
        }
    }

    /**
     * Under a stream of commits each would wake the relay for a row or two, which cost more than they weigh. While it
     * rests, more come: it works a quarter of the time at most, and nothing waits longer than {@value
     * #LONGEST_REST_MILLIS} ms for that.
     */
    private void rest(long workedNanos) {
        pause(Math.min(LONGEST_REST_MILLIS, TimeUnit.NANOSECONDS.toMillis(3 * workedNanos)));
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
