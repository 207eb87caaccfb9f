package dev.touchstone.intake;

import dev.touchstone.intake.adapter.json.JsonValues;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON written in tests, with single quotes for readability. */
public final class JsonText {

    private JsonText() {}

    public static Object json(String text) {
        return JsonValues.parse(bytes(text));
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String text) {
        return (Map<String, Object>) json(text);
    }

    public static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
