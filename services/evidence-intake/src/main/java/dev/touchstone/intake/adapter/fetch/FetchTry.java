package dev.touchstone.intake.adapter.fetch;

import dev.touchstone.intake.adapter.http.Payloads;
import dev.touchstone.intake.adapter.postgres.Connections;
import dev.touchstone.intake.adapter.postgres.Connections.Fetching;
import dev.touchstone.intake.adapter.postgres.FetchQueue.Taken;
import dev.touchstone.intake.adapter.postgres.IncomingDelivery;
import dev.touchstone.intake.adapter.postgres.SettleFetch;
import dev.touchstone.intake.adapter.postgres.SettleFetch.Fetched;
import dev.touchstone.intake.adapter.postgres.StoredDeliveries;
import dev.touchstone.intake.adapter.postgres.StoredDeliveries.Raw;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.Extractor.Unreadable;
import dev.touchstone.intake.fetch.FetchFailed;
import dev.touchstone.intake.fetch.FetchReason;
import dev.touchstone.intake.fetch.Retries;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One try to ask a system about a delivery: read what is needed, ask outside of any transaction, and settle what became
 * of it in one. Everything else that goes wrong is a fault of this service or an outage of its database: the lease ends,
 * and it is tried again, as after a crash.
 */
@ApplicationScoped
class FetchTry {

    /** Within the lease, so that nobody else asks at the same time. */
    private static final Duration WHOLE = Duration.ofSeconds(90);

    private static final Logger LOG = Logger.getLogger(FetchTry.class);

    private final Connections connections;
    private final StoredDeliveries deliveries;
    private final FollowUps followUps;
    private final Payloads payloads;
    private final SettleFetch settle;
    private final MeterRegistry meters;
    private final int most;

    /** @param most tries, before a person has to look at it */
    FetchTry(
            Connections connections,
            StoredDeliveries deliveries,
            FollowUps followUps,
            Payloads payloads,
            SettleFetch settle,
            MeterRegistry meters,
            @ConfigProperty(name = "touchstone.intake.fetch.tries", defaultValue = "10") int most) {
        this.connections = connections;
        this.deliveries = deliveries;
        this.followUps = followUps;
        this.payloads = payloads;
        this.settle = settle;
        this.meters = meters;
        this.most = most;
    }

    Uni<Void> run(Taken taken, Instant now) {
        if (taken.tries() > most) {
            return given(
                            taken,
                            FetchReason.FETCH_GIVEN_UP.word(),
                            "after " + most + " tries, none of which came to an end")
                    .replaceWithVoid();
        }
        return connections
                .fetching(taken.tenant(), taken.connection())
                .chain(found ->
                        deliveries.raw(taken.tenant(), taken.delivery()).chain(raw -> asked(taken, found, raw, now)))
                .onFailure(FetchFailed.class)
                .recoverWithUni(failure -> failed(taken, (FetchFailed) failure, now))
                .onFailure(Unreadable.class)
                .recoverWithUni(failure -> given(taken, ((Unreadable) failure).reason(), failure.getMessage()))
                .replaceWithVoid();
    }

    private Uni<Boolean> asked(Taken taken, Optional<Fetching> found, Raw raw, Instant now) {
        Fetching by = found.filter(fetching -> !fetching.connection().disabled())
                .orElseThrow(() -> new FetchFailed(FetchReason.FETCH_STOPPED, "the connection was disabled"));
        Connection connection = by.connection();
        return Uni.createFrom()
                .item(() -> Payloads.payload(connection, raw.headers(), raw.body()))
                .chain(notification -> followUps
                        .of(by, notification, raw.headers(), now)
                        .ifNoItem()
                        .after(WHOLE)
                        .failWith(() -> new FetchFailed(
                                FetchReason.FETCH_UNAVAILABLE,
                                "all requests together took more than " + WHOLE.toSeconds() + " s")))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(fetched -> {
                    IncomingDelivery read = payloads.again(
                            connection, taken.delivery(), raw.headers(), raw.body(), fetched.byName(), now);
                    return settled(connection, taken, fetched, read, now);
                });
    }

    private Uni<Boolean> settled(
            Connection connection, Taken taken, Fetched fetched, IncomingDelivery read, Instant now) {
        return settle.fetched(connection, taken, fetched, read, now)
                .invoke(done -> told(taken, done, "fetched", read.state().word()));
    }

    private Uni<Boolean> failed(Taken taken, FetchFailed failure, Instant now) {
        if (!failure.mayPass()) {
            return given(taken, failure.reason().word(), failure.getMessage());
        }
        if (taken.tries() >= most) {
            return given(
                    taken,
                    FetchReason.FETCH_GIVEN_UP.word(),
                    "after " + taken.tries() + " tries; at the last one " + failure.getMessage());
        }
        Duration pause = Retries.pause(
                taken.tries(), failure.retryAfter(), ThreadLocalRandom.current().nextDouble());
        Instant due = now.plus(pause).truncatedTo(ChronoUnit.MILLIS);
        String detail =
                "try " + taken.tries() + " of " + most + ": " + failure.getMessage() + "; the next one at " + due;
        return settle.again(taken, failure.reason().word(), detail, due)
                .invoke(done -> told(taken, done, "retry", failure.reason().word()));
    }

    private Uni<Boolean> given(Taken taken, String reason, String detail) {
        return settle.failed(taken, reason, detail).invoke(done -> told(taken, done, "failed", reason));
    }

    private void told(Taken taken, boolean done, String outcome, String word) {
        String became = done ? outcome : "overtaken";
        meters.counter("touchstone.intake.fetches", "outcome", became).increment();
        LOG.infof(
                "event=delivery-fetch tenant=%s connection=%s delivery=%s try=%d outcome=%s result=%s",
                taken.tenant(), taken.connection(), taken.delivery(), taken.tries(), became, word);
    }
}
