package dev.touchstone.intake.xapi.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The ids of all activities in statements, defined there or not. */
public final class ActivityIds extends Form {

    private final Set<String> ids = new TreeSet<>();

    private ActivityIds() {}

    public static Set<String> of(List<Map<String, Object>> statements) {
        ActivityIds found = new ActivityIds();
        statements.forEach(found::of);
        return found.ids;
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
        ids.add((String) activity.get("id"));
        return activity;
    }
}
