package dev.touchstone.profile.support;

import dev.touchstone.testkit.TouchstoneStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The stack with a gate before the store, so that a test can take the store away. Rebuilds are watched closely. */
public class GatedStack extends TouchstoneStack {

    private static final String STORE = "quarkus.mongodb.connection-string";

    private Gate gate;

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        URI store = URI.create(config.get(STORE));
        try {
            gate = Gate.open(store.getHost(), store.getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        config.put(STORE, "mongodb://localhost:" + gate.port() + (store.getPath() == null ? "" : store.getPath()));
        config.put("touchstone.profile.rebuild.watch-every", "PT0.5S");
        config.put("touchstone.profile.rebuild.taken-over-after", "PT5S");
        config.put("touchstone.profile.rebuild.replaced-kept-for", "PT2S");
        return config;
    }

    @Override
    public void stop() {
        if (gate != null) {
            gate.close();
        }
        super.stop();
    }
}
