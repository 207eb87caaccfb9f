package dev.touchstone.intake.structured;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A member of a dictionary (RFC 8941 section 3.2). Bare values are {@code Long}, {@code String}, {@code Boolean},
 * {@link Token}, {@link ByteSequence}.
 */
public sealed interface Member {

    /** In their order. */
    Map<String, Object> parameters();

    /** One value. */
    record Item(Object value, Map<String, Object> parameters) implements Member {
        public Item {
            parameters = ordered(parameters);
        }
    }

    /** Several values, each with its own parameters. */
    record InnerList(List<Item> items, Map<String, Object> parameters) implements Member {
        public InnerList {
            items = List.copyOf(items);
            parameters = ordered(parameters);
        }
    }

    private static Map<String, Object> ordered(Map<String, Object> parameters) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
