package dev.touchstone.issuance.document;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds a JSON object as a plain map, in the order written. What is absent or empty is left out: a signed document has
 * no nulls and no empty arrays, because JSON-LD drops both and a dropped member is not signed.
 */
public final class Members {

    private final Map<String, Object> members = new LinkedHashMap<>();

    public static Members object() {
        return new Members();
    }

    public Members with(String name, Object value) {
        if (value != null && !(value instanceof Collection<?> many && many.isEmpty())) {
            members.put(name, value);
        }
        return this;
    }

    public Map<String, Object> build() {
        return members;
    }
}
