package dev.touchstone.chassis.postgres;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hears of commits of other processes: LISTEN on a connection of its own, taken up again whenever it breaks. */
@ApplicationScoped
class RelayListener {

    private static final long RECONNECT_MILLIS = 1_000;

    private final PgSubscriber subscriber;
    private final RelayWakeUp wakeUp;

    RelayListener(
            Vertx vertx,
            RelayWakeUp wakeUp,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password);
        this.subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(tries -> RECONNECT_MILLIS);
        this.wakeUp = wakeUp;
    }

    void start(@Observes StartupEvent started) {
        subscriber.channel(RelayWakeUp.CHANNEL).handler(payload -> wakeUp.signal());
        // A database that is away at start is taken up by the reconnect policy; until then the poll carries the relay.
        subscriber.connect().otherwiseEmpty();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        subscriber.close();
    }
}
