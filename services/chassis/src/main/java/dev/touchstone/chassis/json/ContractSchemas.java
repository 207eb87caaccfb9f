package dev.touchstone.chassis.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.chassis.problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The schemas of the service's own API description, {@code openapi/<service>.yaml} (OpenAPI 3.1, so JSON Schema 2020-12). */
@ApplicationScoped
public class ContractSchemas {

    private static final int MAX_ERRORS = 50;

    private final String document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    ContractSchemas(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.document = "urn:touchstone:openapi:" + service;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(document, read("openapi/" + service + ".yaml"))));
    }

    /** Everything that is wrong with the body, at most {@value #MAX_ERRORS} things; empty when it is right. */
    public List<FieldError> errors(String schemaName, JsonNode body) {
        Schema schema = schemas.computeIfAbsent(
                schemaName, name -> registry.getSchema(SchemaLocation.of(document + "#/components/schemas/" + name)));
        return schema
                .validate(body, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .limit(MAX_ERRORS)
                .map(ContractSchemas::fieldError)
                .distinct()
                .toList();
    }

    private static FieldError fieldError(Error error) {
        String pointer = error.getInstanceLocation().toString();
        boolean names = error.getProperty() != null
                && ("required".equals(error.getKeyword()) || "additionalProperties".equals(error.getKeyword()));
        return new FieldError(
                names ? pointer + "/" + escape(error.getProperty()) : pointer,
                switch (error.getKeyword()) {
                    case "required" -> "This field is required.";
                    case "additionalProperties", "unevaluatedProperties" -> "There is no such field here.";
                    default -> error.getMessage();
                });
    }

    private static String escape(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }

    private static String read(String resource) {
        try (InputStream yaml = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (yaml == null) {
                return "{}";
            }
            JsonNode tree = new ObjectMapper(new YAMLFactory()).readTree(yaml);
            return tree.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
