package dev.touchstone.intake.xapi.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The keys that a statement is found by for what it says itself (1.0.3 part three, section 2.1.3). */
public final class StatementKeys {

    private static final List<String> PARTS = List.of("contextAgents", "contextGroups");

    private final String tenant;
    private final Set<UUID> keys = new LinkedHashSet<>();

    private StatementKeys(String tenant) {
        this.tenant = tenant;
    }

    /** @param statement checked, with its authority */
    public static Set<UUID> of(String tenant, Map<String, Object> statement) {
        StatementKeys found = new StatementKeys(tenant);
        found.add(statement);
        return found.keys;
    }

    private void add(Map<?, ?> statement) {
        String verb = (String) ((Map<?, ?>) statement.get("verb")).get("id");
        Map<?, ?> object = (Map<?, ?>) statement.get("object");
        add(FilterKey.VERB, verb);
        Actors.identifiers(statement.get("actor"), agent -> add(FilterKey.AGENT, agent));
        if (Actors.isActor(object)) {
            Actors.identifiers(object, agent -> add(FilterKey.AGENT, agent));
        }
        if (isActivity(object)) {
            add(FilterKey.ACTIVITY, (String) object.get("id"));
            add(FilterKey.VERB_AND_ACTIVITY, FilterKey.both(verb, (String) object.get("id")));
        }
        if (statement.get("context") instanceof Map<?, ?> context && context.get("registration") instanceof String id) {
            add(FilterKey.REGISTRATION, UUID.fromString(id).toString());
        }
        addRelated(statement);
        if ("SubStatement".equals(object.get("objectType"))) {
            addRelated(object);
        }
    }

    private void addRelated(Map<?, ?> statement) {
        Consumer<String> agents = agent -> add(FilterKey.RELATED_AGENT, agent);
        Actors.identifiers(statement.get("actor"), agents);
        Actors.identifiers(statement.get("authority"), agents);
        Map<?, ?> object = (Map<?, ?>) statement.get("object");
        if (Actors.isActor(object)) {
            Actors.identifiers(object, agents);
        }
        if (isActivity(object)) {
            add(FilterKey.RELATED_ACTIVITY, (String) object.get("id"));
        }
        if (statement.get("context") instanceof Map<?, ?> context) {
            addContext(context, agents);
        }
    }

    private void addContext(Map<?, ?> context, Consumer<String> agents) {
        Actors.identifiers(context.get("instructor"), agents);
        Actors.identifiers(context.get("team"), agents);
        for (String part : PARTS) {
            if (context.get(part) instanceof List<?> parts) {
                parts.forEach(one -> ((Map<?, ?>) one).values().forEach(value -> Actors.identifiers(value, agents)));
            }
        }
        if (context.get("contextActivities") instanceof Map<?, ?> lists) {
            lists.values()
                    .forEach(list -> ((List<?>) list)
                            .forEach(activity ->
                                    add(FilterKey.RELATED_ACTIVITY, (String) ((Map<?, ?>) activity).get("id"))));
        }
    }

    private void add(FilterKey kind, String value) {
        keys.add(kind.of(tenant, value));
    }

    private static boolean isActivity(Map<?, ?> object) {
        return !object.containsKey("objectType") || "Activity".equals(object.get("objectType"));
    }
}
