package dev.touchstone.intake.adapter.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** Ours: what identity providers can be told to send and no schema of theirs has. Entra ID wants its form. */
    static final String OWN = "urn:ietf:params:scim:schemas:extension:touchstone:2.0:User";

    private static final String OWN_SCHEMA = """
            {"id": "%s", "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "name": "Touchstone User",
             "description": "How a user signs in",
             "attributes": [
              {"name": "login", "type": "string", "multiValued": false, "required": false, "caseExact": true,
               "mutability": "readWrite", "returned": "default", "uniqueness": "none",
               "description": "What the OpenID provider says of the user in the claim that identifies them (sub, unless it\
             is configured otherwise). It counts where the connection is told to take logins from it: PUT\
             /intake/v1/connections/{connectionId}/login."}]}""".formatted(OWN);

    private Schemas() {}

    static JsonNode own() {
        return JsonHelper.readJsonDocument(OWN_SCHEMA);
    }

    /** The type of users, with all that extends it. */
    static JsonNode userType() {
        ObjectNode type = (ObjectNode) JsonHelper.loadJsonDocument(ClassPathReferences.USER_RESOURCE_TYPE_JSON);
        type.withArray("schemaExtensions").addObject().put("schema", OWN).put("required", false);
        return type;
    }

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
