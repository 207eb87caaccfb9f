package dev.touchstone.intake.xapi.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form {@code canonical}: activities with all that is known of them, texts in the language that suits best. */
public final class CanonicalStatement extends Form {

    private static final List<String> COMPONENTS = List.of("choices", "scale", "source", "target", "steps");

    private final Map<String, Map<String, Object>> definitions;
    private final Languages languages;

    private CanonicalStatement(Map<String, Map<String, Object>> definitions, Languages languages) {
        this.definitions = definitions;
        this.languages = languages;
    }

    /** @param definitions by the ids of their activities */
    public static Map<String, Object> write(
            Map<?, ?> statement, Map<String, Map<String, Object>> definitions, Languages languages) {
        return new CanonicalStatement(definitions, languages).of(statement);
    }

    @Override
    Object verb(Map<?, ?> verb) {
        Map<Object, Object> written = new LinkedHashMap<>(verb);
        written.computeIfPresent("display", (name, display) -> languages.choose(display));
        return written;
    }

    @Override
    Object actor(Map<?, ?> actor) {
        return actor;
    }

    @Override
    Object activity(Map<?, ?> activity) {
        Object id = activity.get("id");
        Object known = definitions.containsKey(id) ? definitions.get(id) : activity.get("definition");
        if (!(known instanceof Map<?, ?> definition)) {
            return activity;
        }
        Map<Object, Object> written = new LinkedHashMap<>(activity);
        written.put("definition", definition(definition));
        return written;
    }

    private Object definition(Map<?, ?> definition) {
        Map<Object, Object> written = new LinkedHashMap<>(definition);
        written.computeIfPresent("name", (name, map) -> languages.choose(map));
        written.computeIfPresent("description", (name, map) -> languages.choose(map));
        for (String list : COMPONENTS) {
            written.computeIfPresent(
                    list,
                    (name, components) -> ((List<?>) components)
                            .stream()
                                    .map(component -> component((Map<?, ?>) component))
                                    .toList());
        }
        return written;
    }

    private Object component(Map<?, ?> component) {
        Map<Object, Object> written = new LinkedHashMap<>(component);
        written.computeIfPresent("description", (name, map) -> languages.choose(map));
        return written;
    }
}
