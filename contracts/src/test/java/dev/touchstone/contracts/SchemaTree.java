package dev.touchstone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The schemas within a schema. References are not followed: what they point to is found where it lies. */
final class SchemaTree {

    private SchemaTree() {}

    /** The schema itself, and those of its properties, items and definitions, at any depth. */
    static Stream<JsonNode> schemas(JsonNode schema) {
        List<JsonNode> inner = new ArrayList<>();
        schema.path("properties").forEach(inner::add);
        schema.path("$defs").forEach(inner::add);
        if (schema.path("items").isObject()) {
            inner.add(schema.path("items"));
        }
        return Stream.concat(Stream.of(schema), inner.stream().flatMap(SchemaTree::schemas));
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
