package dev.touchstone.issuance.adapter.jsonld;

import static dev.touchstone.issuance.proof.CanonicalizationFailed.Reason.UNSIGNED_CONTENT;

import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.lang.BlankNode;
import com.apicatalog.jsonld.lang.Keywords;
import com.apicatalog.jsonld.lang.LanguageTag;
import com.apicatalog.jsonld.uri.UriUtils;
import dev.touchstone.issuance.proof.CanonicalizationFailed;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Refuses an expanded document of which any part would be missing from the quads, or would stand there under the
 * "issuer-dependent" vocabulary that means nothing: what is not in the quads is not signed. The processor itself leaves
 * such parts out silently, so each of its reasons to do so is looked for here.
 */
final class SafeMode {

    private static final List<String> MEANINGLESS = List.of(
            "https://www.w3.org/ns/credentials/issuer-dependent#",
            "https://www.w3.org/ns/credentials/undefined-terms#");

    private SafeMode() {}

    static void check(JsonArray expanded) {
        if (expanded.size() != 1) {
            throw refused("the document must be one object with content");
        }
        expanded.forEach(SafeMode::check);
    }

    private static void check(JsonValue value) {
        if (value instanceof JsonArray elements) {
            elements.forEach(SafeMode::check);
        } else if (value instanceof JsonObject object) {
            if (object.containsKey(Keywords.VALUE)) {
                checkLiteral(object);
            } else {
                object.forEach(SafeMode::checkMember);
            }
        }
    }

    private static void checkMember(String name, JsonValue value) {
        switch (name) {
            case Keywords.ID -> checkReference(value, "id");
            case Keywords.TYPE -> value.asJsonArray().forEach(type -> checkReference(type, "type"));
            case Keywords.LIST, Keywords.SET, Keywords.GRAPH -> check(value);
            default -> {
                if (Keywords.contains(name)) {
                    throw refused("the keyword " + name + " leaves no trace in the signature");
                }
                checkIri(name, "property");
                check(value);
            }
        }
    }

    private static void checkLiteral(JsonObject literal) {
        JsonValue type = literal.get(Keywords.TYPE);
        if (type != null && !isText(type, Keywords.JSON)) {
            checkReference(type, "datatype");
        }
        JsonValue language = literal.get(Keywords.LANGUAGE);
        if (language != null && !(language instanceof JsonString tag && LanguageTag.isWellFormed(tag.getString()))) {
            throw refused("not a language tag: " + language);
        }
        if (literal.containsKey(Keywords.DIRECTION) || literal.containsKey(Keywords.INDEX)) {
            throw refused("text direction and index leave no trace in the signature");
        }
    }

    private static void checkReference(JsonValue value, String what) {
        if (!(value instanceof JsonString text)) {
            throw refused("the " + what + " " + value + " is no address");
        }
        if (!BlankNode.isWellFormed(text.getString())) {
            checkIri(text.getString(), what);
        }
    }

    private static void checkIri(String iri, String what) {
        if (UriUtils.isNotAbsoluteUri(iri, JsonLdOptions.DEFAULT_URI_VALIDATION)) {
            throw refused("the " + what + " \"" + iri + "\" is neither a known term nor an absolute address");
        }
        if (MEANINGLESS.stream().anyMatch(iri::startsWith)) {
            throw refused("the " + what + " \"" + iri.substring(iri.indexOf('#') + 1) + "\" is defined by no context");
        }
    }

    private static boolean isText(JsonValue value, String expected) {
        return value instanceof JsonString text && text.getString().equals(expected);
    }

    private static CanonicalizationFailed refused(String message) {
        return new CanonicalizationFailed(UNSIGNED_CONTENT, message);
    }
}
