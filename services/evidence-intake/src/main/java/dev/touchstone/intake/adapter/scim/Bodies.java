package dev.touchstone.intake.adapter.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sets right what Entra ID and Okta write differently from RFC 7644 before the library reads it. Anything else stays as
 * it came.
 */
final class Bodies {

    private Bodies() {}

    static JsonNode fixed(String method, String uri, JsonNode body) {
        if (!body.isObject()) {
            return body;
        }
        if (path(uri).endsWith("/Bulk")) {
            return bulk((ObjectNode) body);
        }
        if (path(uri).endsWith("/.search")) {
            FilterBounds.check(body.path("filter"));
            return body;
        }
        return fixed(method, (ObjectNode) body);
    }

    private static JsonNode fixed(String method, ObjectNode body) {
        switch (method) {
            case "PATCH" -> PatchOperations.fix(body);
            case "POST", "PUT" -> resource(body);
            default -> {
                // Nothing is made of the body.
            }
        }
        return body;
    }

    private static JsonNode bulk(ObjectNode body) {
        JsonNode operations = body.path("Operations");
        if (operations.size() > ServiceConfig.MOST_OPERATIONS) {
            throw Refusals.tooLarge("A bulk request has at most " + ServiceConfig.MOST_OPERATIONS + " operations.");
        }
        for (JsonNode operation : operations) {
            if (operation.path("data") instanceof ObjectNode data) {
                fixed(operation.path("method").asText(), data);
            }
        }
        return body;
    }

    private static void resource(ObjectNode resource) {
        if (resource.has("active")) {
            resource.set("active", flag(resource.get("active")));
        }
        for (JsonNode email : resource.path("emails")) {
            if (email instanceof ObjectNode node && node.has("primary")) {
                node.set("primary", flag(node.get("primary")));
            }
        }
    }

    /** Entra ID writes truth values as words: {@code "True"} and {@code "False"}. */
    static JsonNode flag(JsonNode value) {
        String text = value.isTextual() ? value.asText().strip() : "";
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
        }
        return value;
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
