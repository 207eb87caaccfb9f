package dev.touchstone.intake.adapter.scim;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.constants.ClassPathReferences;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import java.util.Iterator;
import java.util.Set;

/**
 * The schemas of RFC 7643 without what nothing is made of here: it is neither kept nor promised. Phone numbers, addresses
 * and pictures of people are none of our business.
 */
final class Schemas {

    private static final Set<String> USER = Set.of(
            "id",
            "externalId",
            "userName",
            "name",
            "displayName",
            "title",
            "active",
            "emails",
            "formatted",
            "familyName",
            "givenName",
            "value",
            "type",
            "primary");
    private static final Set<String> ENTERPRISE =
            Set.of("employeeNumber", "department", "manager", "value", "$ref", "displayName");

    private Schemas() {}

    static JsonNode user() {
        return only(JsonHelper.loadJsonDocument(ClassPathReferences.USER_SCHEMA_JSON), USER);
    }

    static JsonNode enterprise() {
        return only(JsonHelper.loadJsonDocument(ClassPathReferences.ENTERPRISE_USER_SCHEMA_JSON), ENTERPRISE);
    }

    static JsonNode group() {
        return JsonHelper.loadJsonDocument(ClassPathReferences.GROUP_SCHEMA_JSON);
    }

    private static JsonNode only(JsonNode schema, Set<String> kept) {
        retain(schema.path("attributes"), kept);
        return schema;
    }

    private static void retain(JsonNode attributes, Set<String> kept) {
        for (Iterator<JsonNode> each = attributes.elements(); each.hasNext(); ) {
            JsonNode attribute = each.next();
            if (kept.contains(attribute.path("name").asText())) {
                retain(attribute.path("subAttributes"), kept);
            } else {
                each.remove();
            }
        }
    }
}
