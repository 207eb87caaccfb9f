package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.intake.connection.LiveConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Connections as requests are verified against them. Kept in memory for a few seconds, because every delivery needs one;
 * a change made through this process counts at once, one made through another after that time.
 */
@ApplicationScoped
public class LiveConnections {

    private static final int MOST = 10_000;

    private final Connections connections;
    private final long lifetimeNanos;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    LiveConnections(
            Connections connections,
            @ConfigProperty(name = "touchstone.intake.connection-cache", defaultValue = "5s") Duration lifetime) {
        this.connections = connections;
        this.lifetimeNanos = lifetime.toNanos();
    }

    private record Held(LiveConnection connection, long until) {}

    public Uni<Optional<LiveConnection>> find(UUID id) {
        Held known = held.get(id);
        if (known != null && System.nanoTime() - known.until() < 0) {
            return Uni.createFrom().item(Optional.of(known.connection()));
        }
        return connections.live(id).invoke(found -> found.ifPresentOrElse(this::hold, () -> held.remove(id)));
    }

    /** After a change of the connection. */
    public void forget(UUID id) {
        held.remove(id);
    }

    private void hold(LiveConnection connection) {
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(connection.connection().id(), new Held(connection, System.nanoTime() + lifetimeNanos));
    }
}
