package dev.touchstone.system;

import dev.touchstone.local.Port;
import dev.touchstone.local.part.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part that is told more than usual. */
record PartWithEnvironment(Part part, Map<String, String> more) implements Part {

    @Override
    public String name() {
        return part.name();
    }

    @Override
    public List<Port> ports() {
        return part.ports();
    }

    @Override
    public List<String> command() {
        return part.command();
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(part.environment());
        environment.putAll(more);
        return environment;
    }

    @Override
    public boolean isReady() {
        return part.isReady();
    }

    @Override
    public List<String> addresses() {
        return part.addresses();
    }
}
