package dev.touchstone.intake.adapter.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The operations of a PATCH as directories send them: words for truth values, paths as keys of a value, members that are
 * to go as a value. Each becomes the form of RFC 7644 section 3.5.2.
 */
final class PatchOperations {

    private static final Set<String> NOT_CHANGED_BY_CLIENTS = Set.of("id", "schemas", "meta");
    private static final String VALUE = "value";
    private static final String PATH = "path";

    private PatchOperations() {}

    static void fix(ObjectNode body) {
        JsonNode operations = body.path("Operations");
        if (!operations.isArray()) {
            return;
        }
        ArrayNode fixed = body.arrayNode();
        for (JsonNode operation : operations) {
            if (operation instanceof ObjectNode node) {
                fix(node, fixed);
            } else {
                fixed.add(operation);
            }
        }
        body.set("Operations", fixed);
    }

    private static void fix(ObjectNode operation, ArrayNode fixed) {
        String op = operation.path("op").asText().toLowerCase(Locale.ROOT);
        JsonNode value = operation.path(VALUE);
        if (!operation.path("op").isTextual()) {
            fixed.add(operation);
        } else if (operation.path(PATH).isTextual()) {
            withPath(op, operation.get(PATH).asText(), value, fixed);
        } else if (value.isObject()) {
            withoutPath(op, (ObjectNode) value, fixed);
        } else {
            operation.put("op", op);
            fixed.add(operation);
        }
    }

    private static void withPath(String op, String path, JsonNode value, ArrayNode fixed) {
        if (op.equals("remove")) {
            remove(path, value, fixed);
        } else if (value.isNull() || value.isTextual() && value.asText().isBlank()) {
            // Nothing to put there: there is to be none any more.
            fixed.addObject().put("op", "remove").put(PATH, path);
        } else if (path.toLowerCase(Locale.ROOT).endsWith(":manager") && value.isTextual()) {
            fixed.addObject().put("op", op).put(PATH, path + "." + VALUE).set(VALUE, value);
        } else {
            fixed.addObject().put("op", op).put(PATH, path).set(VALUE, truth(path, value));
        }
    }

    /** Entra ID names the members to be removed in the value (RFC 7644 knows only a filter in the path). */
    private static void remove(String path, JsonNode value, ArrayNode fixed) {
        if (!path.equalsIgnoreCase("members") || value.isMissingNode() || value.isNull() || value.isEmpty()) {
            fixed.addObject().put("op", "remove").put(PATH, path);
            return;
        }
        Iterable<JsonNode> members = value.isArray() ? value : java.util.List.of(value);
        for (JsonNode member : members) {
            String id = member.path(VALUE).asText();
            // What cannot be an id cannot be a member; it must not become part of a path either.
            if (id.matches("[0-9A-Za-z-]{1,64}")) {
                fixed.addObject().put("op", "remove").put(PATH, "members[value eq \"" + id + "\"]");
            }
        }
    }

    /** Keys that are paths become operations of their own. */
    private static void withoutPath(String op, ObjectNode value, ArrayNode fixed) {
        ObjectNode plain = value.objectNode();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String key = field.getKey();
            if (NOT_CHANGED_BY_CLIENTS.contains(key)) {
                continue;
            }
            boolean extension = key.startsWith("urn:") && field.getValue().isObject();
            if (!extension && (key.contains(".") || key.contains("[") || key.startsWith("urn:"))
                    || field.getValue().isNull()
                    || field.getValue().isTextual() && field.getValue().asText().isBlank()) {
                withPath(op, key, field.getValue(), fixed);
            } else {
                plain.set(key, truth(key, field.getValue()));
            }
        }
        if (!plain.isEmpty()) {
            fixed.addObject().put("op", op).set(VALUE, plain);
        }
    }

    private static JsonNode truth(String path, JsonNode value) {
        String name = path.toLowerCase(Locale.ROOT);
        boolean flag = name.equals("active") || name.endsWith(":active") || name.endsWith(".primary");
        return flag ? Bodies.flag(value) : value;
    }
}
