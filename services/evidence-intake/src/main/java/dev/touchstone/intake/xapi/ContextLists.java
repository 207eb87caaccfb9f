package dev.touchstone.intake.xapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The activities of a statement's context, in arrays: one may be sent without, but is always answered in one. */
final class ContextLists {

    private ContextLists() {}

    /** The statement, and the one in it, with every list of activities in an array. */
    static Map<String, Object> inArrays(Map<String, Object> statement) {
        Map<String, Object> arranged = new LinkedHashMap<>(statement);
        arranged.computeIfPresent("context", (name, context) -> context((Map<?, ?>) context));
        arranged.computeIfPresent("object", (name, object) -> object((Map<?, ?>) object));
        return arranged;
    }

    /** The ids in one list of a statement whose lists are arrays. */
    static List<String> ids(Map<String, Object> statement, String list) {
        return statement.get("context") instanceof Map<?, ?> context
                        && context.get("contextActivities") instanceof Map<?, ?> lists
                        && lists.get(list) instanceof List<?> activities
                ? activities.stream()
                        .map(activity -> (String) ((Map<?, ?>) activity).get("id"))
                        .toList()
                : List.of();
    }

    private static Object object(Map<?, ?> object) {
        if (!(object.get("context") instanceof Map<?, ?> context)) {
            return object;
        }
        Map<Object, Object> arranged = new LinkedHashMap<>(object);
        arranged.put("context", context(context));
        return arranged;
    }

    private static Object context(Map<?, ?> context) {
        if (!(context.get("contextActivities") instanceof Map<?, ?> lists)) {
            return context;
        }
        Map<Object, Object> arrays = new LinkedHashMap<>();
        lists.forEach((name, list) -> arrays.put(name, list instanceof Map<?, ?> one ? List.of(one) : list));
        Map<Object, Object> arranged = new LinkedHashMap<>(context);
        arranged.put("contextActivities", arrays);
        return arranged;
    }
}
