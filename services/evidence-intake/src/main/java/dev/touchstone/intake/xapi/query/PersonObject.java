package dev.touchstone.intake.xapi.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The person that an agent is (1.0.3 part three, section 2.4): every name that statements give the agent. Other
 * identifiers of the same person are not told: which they are is the business of the organisation, not of a connection.
 */
public final class PersonObject {

    private static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");

    private PersonObject() {}

    public static Map<String, Object> of(Map<String, Object> agent, List<Map<String, Object>> statements) {
        Set<Object> names = new LinkedHashSet<>();
        if (agent.containsKey("name")) {
            names.add(agent.get("name"));
        }
        String identifier = Actors.identifier(agent).orElseThrow();
        statements.forEach(statement -> collect(statement, identifier, names));
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("objectType", "Person");
        if (!names.isEmpty()) {
            person.put("name", new ArrayList<>(names));
        }
        IDENTIFIERS.stream().filter(agent::containsKey).forEach(name -> person.put(name, List.of(agent.get(name))));
        return person;
    }

    private static void collect(Object value, String identifier, Set<Object> names) {
        if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, identifier, names));
        } else if (value instanceof Map<?, ?> map) {
            if (map.get("name") instanceof String name
                    && Actors.identifier(map).filter(identifier::equals).isPresent()) {
                names.add(name);
            }
            map.forEach((name, item) -> {
                if (!"extensions".equals(name)) {
                    collect(item, identifier, names);
                }
            });
        }
    }
}
