package dev.touchstone.intake.xapi.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What statements say of activities, put together: names and texts of all languages, the newest of everything else. */
public final class ActivityDefinitions extends Form {

    private static final Set<String> JOINED = Set.of("name", "description", "extensions");

    private final Map<String, Map<String, Object>> definitions = new TreeMap<>();

    /** By the ids of the activities, in the order of these. */
    public static Map<String, Map<String, Object>> of(List<Map<String, Object>> statements) {
        ActivityDefinitions found = new ActivityDefinitions();
        statements.forEach(found::of);
        return found.definitions;
    }

    /** The same as is done in the store when a definition meets the one it holds. */
    static Map<String, Object> joined(Map<String, Object> old, Map<?, ?> added) {
        Map<String, Object> joined = new LinkedHashMap<>(old);
        added.forEach((name, value) -> joined.merge((String) name, value, (before, now) -> {
            if (!JOINED.contains(name) || !(before instanceof Map<?, ?> first) || !(now instanceof Map<?, ?> second)) {
                return now;
            }
            Map<Object, Object> both = new LinkedHashMap<>(first);
            both.putAll(second);
            return both;
        }));
        return joined;
    }

    @Override
    Object verb(Map<?, ?> verb) {
        return verb;
    }

    @Override
    Object actor(Map<?, ?> actor) {
        return actor;
    }

    @Override
    Object activity(Map<?, ?> activity) {
        if (activity.get("definition") instanceof Map<?, ?> definition && !definition.isEmpty()) {
            definitions.merge((String) activity.get("id"), joined(Map.of(), definition), ActivityDefinitions::joined);
        }
        return activity;
    }
}
