package dev.touchstone.embedded;

import java.util.Map;

/**
 * A topic as the broker is to have it.
 *
 * @param partitions number of partitions; cannot be changed later without breaking the order per key
 * @param config the topic's own configuration, as the broker names it
 */
public record Topic(String name, int partitions, Map<String, String> config) {
    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException("topic " + name + " needs at least one partition");
        }
        config = Map.copyOf(config);
    }
}
