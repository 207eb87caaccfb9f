package dev.touchstone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The HTTP interface of one service. */
record OpenApiDocument(String service, Path file, JsonNode root) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** @param pathItem what all methods of the path share */
    record Operation(OpenApiDocument document, String method, String path, JsonNode pathItem, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        /** Of the operation, or else of the document; missing where neither says anything. */
        JsonNode security() {
            return node.has("security")
                    ? node.path("security")
                    : document.root().path("security");
        }

        /** Names of path parameters that are declared for it. */
        List<String> pathParameters() {
            List<String> names = new ArrayList<>();
            for (JsonNode declared : List.of(pathItem.path("parameters"), node.path("parameters"))) {
                declared.forEach(parameter -> {
                    JsonNode resolved = document.resolve(parameter);
                    if ("path".equals(resolved.path("in").asText())) {
                        names.add(resolved.path("name").asText());
                    }
                });
            }
            return names;
        }

        /** Schemas of its JSON bodies. */
        List<JsonNode> requestSchemas() {
            JsonNode content = document.resolve(node.path("requestBody")).path("content");
            return SchemaTree.names(content).stream()
                    .filter(type -> type.endsWith("json"))
                    .map(type -> content.path(type).path("schema"))
                    .toList();
        }

        @Override
        public String toString() {
            return document.service() + " " + method + " " + path;
        }
    }

    static List<OpenApiDocument> all() {
        return ContractFiles.files(ContractFiles.OPENAPI, ".yaml").stream()
                .map(OpenApiDocument::at)
                .toList();
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (String path : SchemaTree.names(root.path("paths"))) {
            JsonNode item = root.path("paths").path(path);
            SchemaTree.names(item).stream()
                    .filter(METHODS::contains)
                    .forEach(method -> operations.add(new Operation(this, method, path, item, item.path(method))));
        }
        return operations;
    }

    /** What a reference leads to; anything else is itself. */
    JsonNode resolve(JsonNode node) {
        JsonNode resolved = node;
        while (resolved.has("$ref")) {
            resolved = root.at(resolved.path("$ref").asText().substring(1));
        }
        return resolved;
    }

    /** The schema and all it is made of, references followed. */
    List<JsonNode> reachable(JsonNode schema) {
        List<JsonNode> found = new ArrayList<>();
        collect(schema, found, new HashSet<>());
        return found;
    }

    private void collect(JsonNode schema, List<JsonNode> found, Set<String> followed) {
        if (schema.has("$ref") && !followed.add(schema.path("$ref").asText())) {
            return;
        }
        JsonNode resolved = resolve(schema);
        found.add(resolved);
        for (String inner : List.of("items", "additionalProperties", "not")) {
            if (resolved.path(inner).isObject()) {
                collect(resolved.path(inner), found, followed);
            }
        }
        for (String inner : List.of("properties", "oneOf", "anyOf", "allOf", "prefixItems")) {
            resolved.path(inner).forEach(child -> collect(child, found, followed));
        }
    }

    private static OpenApiDocument at(Path file) {
        return new OpenApiDocument(
                file.getFileName().toString().replaceFirst("\\.yaml$", ""), file, ContractFiles.read(file));
    }

    @Override
    public String toString() {
        return service;
    }
}
