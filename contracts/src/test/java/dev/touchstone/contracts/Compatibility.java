package dev.touchstone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.contracts.Break.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what stands between two versions of a schema living together: events that were published under the released
 * one and are read under the current one, and consumers that were built for the released one and read events of the
 * current one. Added optional properties, added enum values and wider limits are no breaks.
 */
final class Compatibility {

    private final JsonNode released;
    private final JsonNode current;
    private final List<Break> breaks = new ArrayList<>();
    private final Set<String> comparedReferences = new HashSet<>();

    private Compatibility(JsonNode released, JsonNode current) {
        this.released = released;
        this.current = current;
    }

    static List<Break> between(JsonNode released, JsonNode current) {
        Compatibility comparison = new Compatibility(released, current);
        comparison.compareIdentity();
        comparison.compare("", released, current);
        return List.copyOf(comparison.breaks);
    }

    private void compareIdentity() {
        for (String keyword : List.of("$id", "x-cloudevents-type")) {
            if (!released.path(keyword).equals(current.path(keyword))) {
                found(Kind.IDENTITY_CHANGED, "", keyword, released, current);
            }
        }
    }

    private void compare(String pointer, JsonNode before, JsonNode after) {
        // a tree of criteria refers to itself: compare each pair once
        if ((before.has("$ref") || after.has("$ref"))
                && !comparedReferences.add(before.path("$ref").asText(pointer) + " "
                        + after.path("$ref").asText(pointer))) {
            return;
        }
        JsonNode old = resolve(released, before);
        JsonNode now = resolve(current, after);
        compareValues(pointer, old, now);
        compareLimits(pointer, old, now);
        compareProperties(pointer, old, now);
        compareItems(pointer, old, now);
        compareTheRest(pointer, old, now);
    }

    private static JsonNode resolve(JsonNode root, JsonNode schema) {
        JsonNode resolved = schema;
        while (resolved.has("$ref")) {
            resolved = root.at(resolved.path("$ref").asText().substring(1));
        }
        return resolved;
    }

    private void compareValues(String pointer, JsonNode old, JsonNode now) {
        if (!values(old.path("type")).equals(values(now.path("type")))) {
            found(Kind.TYPE_CHANGED, pointer, "type", old, now);
        }
        if (!old.path("format").equals(now.path("format"))) {
            found(Kind.FORMAT_CHANGED, pointer, "format", old, now);
        }
        if (now.has("pattern") && !old.path("pattern").equals(now.path("pattern"))) {
            found(Kind.PATTERN_CHANGED, pointer, "pattern", old, now);
        }
        if (now.has("enum") && (!old.has("enum") || !values(now.path("enum")).containsAll(values(old.path("enum"))))) {
            found(Kind.ENUM_NARROWED, pointer, "enum", old, now);
        }
        if (now.has("const") && !old.path("const").equals(now.path("const"))) {
            found(Kind.ENUM_NARROWED, pointer, "const", old, now);
        }
    }

    private void compareLimits(String pointer, JsonNode old, JsonNode now) {
        for (String limit : Keywords.UPPER_LIMITS) {
            if (now.has(limit) && now.path(limit).asDouble() < old.path(limit).asDouble(Double.POSITIVE_INFINITY)) {
                found(Kind.LIMIT_NARROWED, pointer, limit, old, now);
            }
        }
        for (String limit : Keywords.LOWER_LIMITS) {
            double none = "minimum".equals(limit) ? Double.NEGATIVE_INFINITY : 0;
            if (now.path(limit).asDouble(none) > old.path(limit).asDouble(none)) {
                found(Kind.LIMIT_NARROWED, pointer, limit, old, now);
            }
        }
    }

    private void compareProperties(String pointer, JsonNode old, JsonNode now) {
        for (String name : SchemaTree.names(old.path("properties"))) {
            String where = pointer + "/properties/" + name;
            if (now.path("properties").has(name)) {
                compare(
                        where,
                        old.path("properties").path(name),
                        now.path("properties").path(name));
            } else {
                breaks.add(new Break(Kind.PROPERTY_REMOVED, where, "removed or renamed"));
            }
        }
        Set<String> before = values(old.path("required"));
        Set<String> after = values(now.path("required"));
        after.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> breaks.add(new Break(Kind.PROPERTY_REQUIRED, pointer + "/properties/" + name, "new")));
        before.stream()
                .filter(name -> !after.contains(name))
                .forEach(name -> breaks.add(
                        new Break(Kind.PROPERTY_NO_LONGER_REQUIRED, pointer + "/properties/" + name, "dropped")));
    }

    private void compareItems(String pointer, JsonNode old, JsonNode now) {
        if (old.has("items") && now.has("items")) {
            compare(pointer + "/items", old.path("items"), now.path("items"));
        } else if (old.has("items") || now.has("items")) {
            found(Kind.TYPE_CHANGED, pointer, "items", old, now);
        }
    }

    private void compareTheRest(String pointer, JsonNode old, JsonNode now) {
        Set<String> keywords = new TreeSet<>(SchemaTree.names(old));
        keywords.addAll(SchemaTree.names(now));
        for (String keyword : keywords) {
            if (!Keywords.isUnderstood(keyword) && !old.path(keyword).equals(now.path(keyword))) {
                found(Kind.NOT_COMPARABLE, pointer, keyword, old, now);
            }
        }
    }

    private void found(Kind kind, String pointer, String keyword, JsonNode old, JsonNode now) {
        breaks.add(new Break(
                kind,
                pointer,
                keyword + " was " + described(old.path(keyword)) + ", is " + described(now.path(keyword))));
    }

    private static String described(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    /** One value or a list of values, as a set: their order means nothing. */
    private static Set<String> values(JsonNode node) {
        Set<String> values = new TreeSet<>();
        if (node.isArray()) {
            node.forEach(value -> values.add(value.asText()));
        } else if (!node.isMissingNode()) {
            values.add(node.asText());
        }
        return values;
    }
}
