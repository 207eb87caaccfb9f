package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.xapi.XapiVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which version of xAPI each connection spoke last. A request that states none is refused, and the refusal has to state
 * one: the sender's own is the one it can make something of. It is a matter of manners only and kept in memory.
 */
@ApplicationScoped
class SpokenVersions {

    private static final int MOST = 10_000;

    private final Map<UUID, XapiVersion> last = new ConcurrentHashMap<>();

    void remember(UUID connectionId, XapiVersion version) {
        if (last.size() >= MOST) {
            last.clear();
        }
        last.put(connectionId, version);
    }

    XapiVersion last(UUID connectionId) {
        return last.getOrDefault(connectionId, XapiVersion.V2_0);
    }
}
