package dev.touchstone.intake.adapter.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
    /** Each is looked for among all members of a group. */
    private static final int MOST = 1000;

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
        if (fixed.size() > MOST) {
            throw Refusals.tooLarge("A PATCH has at most " + MOST + " operations; each member to be removed is one.");
        }
        if (fixed.isEmpty() && !operations.isEmpty()) {
            // Nothing is left to be done, and the library wants something: no resource has this attribute.
            fixed.addObject().put("op", "remove").put(PATH, "nothing");
        }
        body.set("Operations", fixed);
    }

    private static void fix(ObjectNode operation, ArrayNode fixed) {
        String op = operation.path("op").asText().toLowerCase(Locale.ROOT);
        JsonNode value = operation.path(VALUE);
        FilterBounds.check(operation.path(PATH));
        if (!operation.path("op").isTextual()) {
            fixed.add(operation);
        } else if (value.isMissingNode() && !op.equals("remove")) {
            throw Refusals.invalidValue("The operation " + op + " needs a value.");
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
        if (!path.equalsIgnoreCase("members") || value.isMissingNode() || value.isNull()) {
            fixed.addObject().put("op", "remove").put(PATH, path);
            return;
        }
        // An empty list names nobody: that is not everybody.
        Iterable<JsonNode> members = value.isArray() ? value : List.of(value);
        for (JsonNode member : members) {
            String id = (member.isTextual() ? member : member.path(VALUE)).asText();
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
