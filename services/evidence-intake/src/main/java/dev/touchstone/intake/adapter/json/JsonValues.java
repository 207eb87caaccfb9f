package dev.touchstone.intake.adapter.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.intake.document.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

    /**
     * By the grammar only: what no program could hold is told by {@link SoundValues}, with whatever else is wrong.
     *
     * @throws NotJson if it is anything else
     */
    public static Object syntax(byte[] body) {
        return read(text(body), EXACT);
    }

    private static Object parse(byte[] body, ObjectReader reader) {
        Object value = read(text(body), reader);
        List<Violation> unsound = SoundValues.violations(value, "");
        if (!unsound.isEmpty()) {
            throw new NotJson(unsound);
        }
        return value;
    }

    static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotJson("it is not UTF-8");
        }
    }

    static Object read(String text) {
        return read(text, Json.STRICT.readerFor(Object.class));
    }

    private static Object read(String text, ObjectReader reader) {
        Object value;
        try {
            value = reader.readValue(text);
        } catch (StreamConstraintsException e) {
            throw new NotJson("it is nested too deeply or holds too long a value");
        } catch (JsonProcessingException e) {
            throw new NotJson("it is not JSON, or a key is given twice, at line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        }
        return value;
    }

    public static String write(Object value) {
        try {
            return Json.TOLERANT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON value", e);
        }
    }

    /** Bytes that are not the JSON asked for. The message tells the sender why. */
    public static final class NotJson extends RuntimeException {
        private final transient List<Violation> violations;

        NotJson(String message) {
            super(message, null, false, false);
            this.violations = List.of(new Violation("", message));
        }

        NotJson(List<Violation> violations) {
            super(violations.get(0).detail() + at(violations.get(0).pointer()), null, false, false);
            this.violations = List.copyOf(violations);
        }

        /** What is wrong and where; the pointer is empty where it is no JSON at all. */
        public List<Violation> violations() {
            return violations;
        }

        private static String at(String pointer) {
            return pointer.isEmpty() ? "" : ", at " + pointer;
        }
    }
}
