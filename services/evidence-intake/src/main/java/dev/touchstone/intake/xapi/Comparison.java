package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.CanonicalForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be equal for two statements with one id to be the same (1.0.3 part two, 2.3.1): everything but what a
 * record store adds and what does not change the meaning. Durations are compared to a hundredth of a second (2.0).
 */
final class Comparison {

    private static final List<String> ADDED = List.of("id", "authority", "stored", "timestamp", "version");

    private Comparison() {}

    static byte[] digest(Map<String, Object> statement) {
        Map<String, Object> compared = new LinkedHashMap<>(statement);
        ADDED.forEach(compared::remove);
        compared.computeIfPresent("object", (name, object) -> object(object));
        return CanonicalForm.digest(bare(compared));
    }

    static Object withoutDefinition(Object object) {
        return object instanceof Map<?, ?> map ? without(map, "definition") : object;
    }

    private static Object object(Object object) {
        return object instanceof Map<?, ?> map && ObjectRules.SUB_STATEMENT.equals(map.get("objectType"))
                ? bare(map)
                : withoutDefinition(object);
    }

    /** A statement, or one within another, without what does not change its meaning. */
    private static Map<Object, Object> bare(Map<?, ?> statement) {
        Map<Object, Object> bare = new LinkedHashMap<>(statement);
        bare.computeIfPresent("verb", (name, verb) -> verb instanceof Map<?, ?> map ? map.get("id") : verb);
        bare.computeIfPresent("object", (name, object) -> withoutDefinition(object));
        bare.computeIfPresent("result", (name, result) -> result(result));
        bare.computeIfPresent("context", (name, context) -> context(context));
        return bare;
    }

    private static Object result(Object result) {
        if (!(result instanceof Map<?, ?> map) || !(map.get("duration") instanceof String duration)) {
            return result;
        }
        Map<Object, Object> rounded = new LinkedHashMap<>(map);
        rounded.put("duration", IsoDuration.toHundredths(duration));
        return rounded;
    }

    private static Object context(Object context) {
        if (!(context instanceof Map<?, ?> map) || !(map.get("contextActivities") instanceof Map<?, ?> lists)) {
            return context;
        }
        Map<Object, Object> bareLists = new LinkedHashMap<>();
        lists.forEach((name, list) -> bareLists.put(
                name,
                list instanceof List<?> activities
                        ? activities.stream().map(Comparison::withoutDefinition).toList()
                        : withoutDefinition(list)));
        Map<Object, Object> bare = new LinkedHashMap<>(map);
        bare.put("contextActivities", bareLists);
        return bare;
    }

    private static Map<Object, Object> without(Map<?, ?> map, String name) {
        Map<Object, Object> bare = new LinkedHashMap<>(map);
        bare.remove(name);
        return bare;
    }
}
