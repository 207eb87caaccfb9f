package dev.touchstone.intake.adapter.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.touchstone.chassis.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * JSON as maps, lists, strings, numbers, booleans and null: the form in which the features take it. Strict: UTF-8 only,
 * no key twice, bounded depth, no number beyond double, and no text that PostgreSQL could not hold.
 */
public final class JsonValues {

    private JsonValues() {}

    private static final ObjectReader EXACT =
            Json.STRICT.readerFor(Object.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    /** Nulls stay, unlike in answers of our own. */
    private static final ObjectMapper WHOLE = new ObjectMapper();

    /** @throws NotJson if it is anything else */
    public static Object parse(byte[] body) {
        return parse(body, Json.STRICT.readerFor(Object.class));
    }

    /**
     * With every digit of its numbers, for what is to be given back as it came.
     *
     * @throws NotJson if it is anything else
     */
    public static Object exact(byte[] body) {
        return parse(body, EXACT);
    }

    /** With nulls, for what is to be given back as it came. */
    public static String whole(Object value) {
        try {
            return WHOLE.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON value", e);
        }
    }

    private static Object parse(byte[] body, ObjectReader reader) {
        Object value;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            value = reader.readValue(text);
        } catch (CharacterCodingException e) {
            throw new NotJson("it is not UTF-8");
        } catch (StreamConstraintsException e) {
            throw new NotJson("it is nested too deeply or holds too long a value");
        } catch (JsonProcessingException e) {
            throw new NotJson("it is not JSON, or a key is given twice, at line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        }
        check(value);
        return value;
    }

    public static String write(Object value) {
        try {
            return Json.TOLERANT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON value", e);
        }
    }

    private static void check(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> {
                check(name);
                check(item);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(JsonValues::check);
        } else if (value instanceof String text) {
            checkText(text);
        } else if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
            throw new NotJson("it holds a number beyond double precision");
        }
    }

    private static void checkText(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '\0') {
                throw new NotJson("it holds the character U+0000");
            }
            if (Character.isHighSurrogate(character)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                index++;
            } else if (Character.isSurrogate(character)) {
                throw new NotJson("it holds half a surrogate pair");
            }
        }
    }

    /** Bytes that are not the JSON asked for. The message tells the sender why. */
    public static final class NotJson extends RuntimeException {
        NotJson(String message) {
            super(message, null, false, false);
        }
    }
}
