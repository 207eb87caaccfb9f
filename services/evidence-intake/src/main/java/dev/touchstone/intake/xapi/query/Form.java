package dev.touchstone.intake.xapi.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A statement written in another way: goes through all of it and leaves verbs, actors and activities to a kind of form. */
abstract class Form {

    private static final List<String> ACTORS = List.of("actor", "authority", "instructor", "team", "agent", "group");

    abstract Object verb(Map<?, ?> verb);

    abstract Object actor(Map<?, ?> actor);

    abstract Object activity(Map<?, ?> activity);

    final Map<String, Object> of(Map<?, ?> statement) {
        Map<String, Object> written = new LinkedHashMap<>();
        statement.forEach((name, value) -> written.put((String) name, part((String) name, value)));
        return written;
    }

    private Object part(String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return name.equals("contextAgents") || name.equals("contextGroups") ? parts(value) : value;
        }
        if (ACTORS.contains(name)) {
            return actor(map);
        }
        return switch (name) {
            case "verb" -> verb(map);
            case "object" -> object(map);
            case "context" -> of(map);
            case "contextActivities" -> lists(map);
            default -> value;
        };
    }

    private Object object(Map<?, ?> object) {
        if (Actors.isActor(object)) {
            return actor(object);
        }
        Object type = object.get("objectType");
        if ("SubStatement".equals(type)) {
            return of(object);
        }
        return "StatementRef".equals(type) ? object : activity(object);
    }

    private Object lists(Map<?, ?> lists) {
        Map<Object, Object> written = new LinkedHashMap<>();
        lists.forEach((name, list) -> written.put(
                name,
                list instanceof List<?> activities
                        ? activities.stream()
                                .map(activity -> activity((Map<?, ?>) activity))
                                .toList()
                        : activity((Map<?, ?>) list)));
        return written;
    }

    private Object parts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(part -> of((Map<?, ?>) part)).toList()
                : value;
    }
}
