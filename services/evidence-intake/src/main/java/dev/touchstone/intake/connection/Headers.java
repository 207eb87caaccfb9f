package dev.touchstone.intake.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The header fields of a request; names compare without regard to case. */
public final class Headers {

    private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public static Headers of(Map<String, String> fields) {
        Headers headers = new Headers();
        fields.forEach(headers::add);
        return headers;
    }

    public Headers add(String name, String value) {
        fields.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
        return this;
    }

    /** The value, unless there is none or more than one: a repeated field has no value to rely on. */
    public Optional<String> single(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Every value, in the order received; empty if there is no such field. */
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    /** Fields that appear once, by their name in lower case. */
    public Map<String, String> singles() {
        Map<String, String> singles = new TreeMap<>();
        fields.forEach((name, values) -> {
            if (values.size() == 1) {
                singles.put(name.toLowerCase(Locale.ROOT), values.get(0));
            }
        });
        return singles;
    }
}
