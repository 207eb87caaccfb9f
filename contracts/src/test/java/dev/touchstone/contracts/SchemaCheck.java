package dev.touchstone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Holds data against a JSON Schema 2020-12, formats included. */
final class SchemaCheck {

    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private final Schema schema;

    private SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    static SchemaCheck against(JsonNode schema) {
        return new SchemaCheck(registry().getSchema(schema));
    }

    /** As {@link #against}, and what the schema does not name is wrong: finds misspelt properties. */
    static SchemaCheck againstClosed(JsonNode schema) {
        return against(close(schema.deepCopy()));
    }

    /** Holds schemas against the schema of schemas. */
    static SchemaCheck ofSchemas() {
        return new SchemaCheck(registry().getSchema(SchemaLocation.of(META_SCHEMA)));
    }

    List<Violation> violations(JsonNode data) {
        return schema
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(SchemaCheck::violation)
                .toList();
    }

    /**
     * One broken rule.
     *
     * @param keyword of the schema
     * @param path of the value, properties and indexes joined by dots; of the missing property for {@code required}
     */
    record Violation(String keyword, String path) {}

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }

    private static Violation violation(Error error) {
        String pointer = error.getInstanceLocation().toString();
        boolean names = "required".equals(error.getKeyword()) || "additionalProperties".equals(error.getKeyword());
        String whole = names ? pointer + "/" + error.getProperty() : pointer;
        return new Violation(error.getKeyword(), whole.replaceFirst("^/", "").replace('/', '.'));
    }

    private static JsonNode close(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        node.forEach(SchemaCheck::close);
        return node;
    }
}
