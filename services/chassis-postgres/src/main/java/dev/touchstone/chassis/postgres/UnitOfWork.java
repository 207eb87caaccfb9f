package dev.touchstone.chassis.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventLoop;
import dev.touchstone.chassis.event.EventMetrics;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The one place where a transaction begins and ends. Every transaction says whose it is, and row-level security holds
 * it to that: {@code touchstone.tenant} lives as long as the transaction. Chain the work; never combine or join around
 * a session. Retry outside, never inside.
 */
@ApplicationScoped
public class UnitOfWork {

    private static final String EVERY_TENANT = "*";

    private final Mutiny.SessionFactory sessions;
    private final EventLoop eventLoop;
    private final RelayWakeUp wakeUp;
    private final EventMetrics metrics;

    UnitOfWork(Mutiny.SessionFactory sessions, EventLoop eventLoop, RelayWakeUp wakeUp, EventMetrics metrics) {
        this.sessions = sessions;
        this.eventLoop = eventLoop;
        this.wakeUp = wakeUp;
        this.metrics = metrics;
    }

    /**
     * A transaction that sees and writes the rows of one organisation only. Its name may come from a public address:
     * what is none, such as the word for all of them, is an organisation that does not exist.
     */
    public <T> Uni<T> inTenant(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        if (!Tenant.isName(tenant)) {
            return Uni.createFrom().failure(ProblemException.notFound("organisation"));
        }
        return actingFor(tenant, work);
    }

    /** As {@link #inTenant}, but apart from the request in whose course it happens to begin: work for several at once. */
    public <T> Uni<T> inTenantApart(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        return eventLoop.runInNewContext(() -> inTenant(tenant, work));
    }

    private <T> Uni<T> actingFor(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        return eventLoop.run(() -> {
            AtomicReference<Mutiny.Session> used = new AtomicReference<>();
            return sessions.withTransaction(session -> {
                        used.set(session);
                        return actFor(session, tenant).chain(() -> work.apply(session));
                    })
                    .onTermination()
                    .invoke((done, failure, cancelled) -> ended(used.get(), failure == null && !cancelled));
        });
    }

    /** For look-ups that have yet to find out whose the request is: a public address, a connection's id. */
    public <T> Uni<T> acrossTenants(Function<Mutiny.Session, Uni<T>> work) {
        return actingFor(EVERY_TENANT, work);
    }

    /** The effect of an event, once: inbox row and effect in one transaction; a duplicate changes nothing. */
    public Uni<Void> once(Event event, Function<Mutiny.Session, Uni<Void>> effect) {
        return inTenant(
                event.tenant(),
                session -> claim(session, event).chain(fresh -> {
                    if (fresh) {
                        return effect.apply(session);
                    }
                    metrics.duplicate(event.type());
                    return Uni.createFrom().voidItem();
                }));
    }

    private void ended(Mutiny.Session session, boolean committed) {
        if (session != null) {
            wakeUp.ended(session, committed);
        }
    }

    private static Uni<Boolean> claim(Mutiny.Session session, Event event) {
        return session.createNativeQuery(
                        "insert into inbox (event_id, tenant_id) values (?1, ?2) on conflict do nothing")
                .setParameter(1, event.id())
                .setParameter(2, event.tenant())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    private static Uni<String> actFor(Mutiny.Session session, String tenant) {
        return session.<String>createNativeQuery("select set_config('touchstone.tenant', ?1, true)")
                .setParameter(1, tenant)
                .getSingleResult();
    }
}
