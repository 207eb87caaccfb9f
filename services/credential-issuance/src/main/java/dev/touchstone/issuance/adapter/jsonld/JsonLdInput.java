package dev.touchstone.issuance.adapter.jsonld;

import static dev.touchstone.issuance.proof.CanonicalizationFailed.Reason.UNKNOWN_CONTEXT;
import static dev.touchstone.issuance.proof.CanonicalizationFailed.Reason.UNSIGNED_CONTENT;

import dev.touchstone.issuance.proof.CanonicalizationFailed;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Turns a plain document into what the JSON-LD processor reads, and refuses on the way what the processor would pass
 * over without a word: contexts written out inside the document, and keywords whose values leave no quad.
 */
final class JsonLdInput {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String CONTEXT = "@context";
    private static final Set<String> KEYWORDS = Set.of(CONTEXT, "@id", "@type", "@value", "@language");

    private final Set<String> contexts;
    private boolean fractions;

    JsonLdInput(Set<String> contexts) {
        this.contexts = contexts;
    }

    /** True once a number with a fraction was read. */
    boolean hasFractions() {
        return fractions;
    }

    JsonObject read(Map<?, ?> members) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        members.forEach((name, value) -> {
            String key = (String) name;
            if (CONTEXT.equals(key)) {
                checkContext(value);
            } else if (key.startsWith("@") && !KEYWORDS.contains(key)) {
                throw new CanonicalizationFailed(
                        UNSIGNED_CONTENT, "the keyword " + key + " is not used in credentials and not read here");
            }
            object.add(key, value(value));
        });
        return object.build();
    }

    private void checkContext(Object context) {
        if (context instanceof Collection<?> many) {
            many.forEach(this::checkContext);
        } else if (!(context instanceof String)) {
            throw new CanonicalizationFailed(
                    UNKNOWN_CONTEXT,
                    "the document writes out a context of its own; only contexts given by a known address are read");
        } else if (!contexts.contains(context)) {
            throw new CanonicalizationFailed(
                    UNKNOWN_CONTEXT, "the context " + context + " is not among those this release carries");
        }
    }

    private JsonValue value(Object value) {
        if (value instanceof Map<?, ?> members) {
            return read(members);
        }
        if (value instanceof Collection<?> elements) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            elements.forEach(element -> array.add(value(element)));
            return array.build();
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        return value == null ? JsonValue.NULL : JSON.createValue((String) value);
    }

    private JsonValue number(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return JSON.createValue(number.longValue());
        }
        if (number instanceof BigInteger integer) {
            return JSON.createValue(integer);
        }
        fractions = true;
        return JSON.createValue(number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.doubleValue()));
    }
}
