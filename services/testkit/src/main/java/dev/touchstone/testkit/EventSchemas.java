package dev.touchstone.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The event schemas of the contracts, by type: what a producer's events are held to. */
public final class EventSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Schema> SCHEMAS = load();

    private EventSchemas() {}

    /** @throws AssertionError with everything that is wrong, when the data does not follow the schema of its type */
    public static void assertValid(String type, JsonNode data) {
        List<Error> errors = schema(type)
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw new AssertionError(type + " does not follow its schema: " + errors + "\n" + data);
        }
    }

    private static Schema schema(String type) {
        Schema schema = SCHEMAS.get(type);
        if (schema == null) {
            throw new AssertionError("the contracts have no event of type " + type);
        }
        return schema;
    }

    private static Map<String, Schema> load() {
        Map<String, Schema> schemas = new HashMap<>();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Path file : ContractFiles.under("events", path -> path.toString().endsWith(".schema.json"))) {
            try {
                JsonNode document = JSON.readTree(Files.readAllBytes(file));
                schemas.put(document.path("x-cloudevents-type").asText(), registry.getSchema(document));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return schemas;
    }
}
