package dev.touchstone.chassis.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Wakes relays. The relay of this process hears of a commit directly. Relays of other processes hear of it by NOTIFY in
 * the same transaction, but at most once in {@value #QUIET_MILLIS} ms: PostgreSQL commits notifying transactions one
 * after the other, which would end group commit. A woken relay looks again after that time, so nothing waits for the
 * poll that a notification was spared for.
 */
@ApplicationScoped
public class RelayWakeUp {

    static final String CHANNEL = "touchstone_outbox";
    static final long QUIET_MILLIS = 20;

    private final Set<Mutiny.Session> writing = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastNotified = new AtomicLong(System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
    private final Semaphore signals = new Semaphore(0);

    /** Inside the transaction that writes an event. */
    Uni<Void> announce(Mutiny.Session session) {
        writing.add(session);
        long now = System.nanoTime();
        long last = lastNotified.get();
        if (now - last < TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS) || !lastNotified.compareAndSet(last, now)) {
            return Uni.createFrom().voidItem();
        }
        return session.<String>createNativeQuery("select cast(pg_notify('" + CHANNEL + "', '') as varchar)")
                .getSingleResult()
                .replaceWithVoid();
    }

    /** After the transaction ended, well or not. */
    void ended(Mutiny.Session session, boolean committed) {
        if (writing.remove(session) && committed) {
            signal();
        }
    }

    void signal() {
        if (signals.availablePermits() == 0) {
            signals.release();
        }
    }

    /** True when woken, false when the time ran out. */
    boolean await(long millis) throws InterruptedException {
        boolean woken = signals.tryAcquire(millis, TimeUnit.MILLISECONDS);
        signals.drainPermits();
        return woken;
    }
}
