package dev.touchstone.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Any JSON value, with a liking for what is nearly right. */
public final class JsonArbitraries {

    private JsonArbitraries() {}

    public static Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40).map(value -> (Object) value),
                Arbitraries.of("", "a@b.c", "mailto:a@b.c", "http://a.b/c", "PT5S", "2026-11-20T15:21:00Z", "Activity")
                        .map(value -> (Object) value),
                Arbitraries.doubles().map(value -> (Object) value),
                Arbitraries.integers().map(value -> (Object) value),
                Arbitraries.longs().map(value -> (Object) value),
                Arbitraries.of(true, false).map(value -> (Object) value),
                Arbitraries.just((Object) null));
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("id", "name", "homePage", "scaled", "raw", "min", "max", "grouping", "en", "extensions"),
                Arbitraries.strings().ofMaxLength(10));
        Arbitrary<Object> flat = Arbitraries.oneOf(
                scalars,
                scalars.list().ofMaxSize(4).map(list -> list),
                Arbitraries.maps(names, scalars).ofMaxSize(4).map(map -> map));
        return Arbitraries.oneOf(
                flat,
                flat.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(names, flat).ofMaxSize(3).map(map -> map));
    }

    /** The object with one place, at most two levels down, set to a value. */
    public static Map<String, Object> with(Map<String, Object> object, List<String> place, Object value) {
        Map<String, Object> changed = new HashMap<>(object);
        if (place.size() == 1) {
            changed.put(place.get(0), value);
        } else {
            Map<String, Object> inner = new LinkedHashMap<>();
            if (object.get(place.get(0)) instanceof Map<?, ?> old) {
                old.forEach((name, item) -> inner.put((String) name, item));
            }
            inner.put(place.get(1), value);
            changed.put(place.get(0), inner);
        }
        return changed;
    }
}
