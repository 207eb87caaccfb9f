package dev.touchstone.intake.cloudevents;

import dev.touchstone.intake.document.InvalidDocument;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The binary content mode of the HTTP binding (specification 1.0.2, section 3.1): attributes in {@code ce-} header
 * fields, percent-encoded, the data as the body.
 */
public final class BinaryMode {

    private static final String PREFIX = "ce-";

    private BinaryMode() {}

    /** Whether a request in no other mode is an event at all. */
    public static boolean applies(Map<String, String> headers) {
        return headers.containsKey("ce-specversion") || headers.containsKey("ce-id") || headers.containsKey("ce-type");
    }

    /**
     * The event in the form of the JSON event format.
     *
     * @param headers by name in lower case
     * @param contentType of the body; null if it has none
     * @param data the body as a JSON value or text; null if there is none
     * @param base64 the body in base64, where it is neither JSON nor text
     * @throws InvalidDocument if a field cannot be decoded
     */
    public static Map<String, Object> attributes(
            Map<String, String> headers, String contentType, Object data, String base64) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                String attribute = name.substring(PREFIX.length());
                if (attribute.equals("datacontenttype") || attribute.startsWith("data_") || attribute.equals("data")) {
                    throw new InvalidDocument("/" + attribute, "is not given as a header field; use Content-Type");
                }
                attributes.put(attribute, decoded(attribute, value));
            }
        });
        put(attributes, "datacontenttype", contentType);
        put(attributes, "data", data);
        put(attributes, "data_base64", base64);
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, Object value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    /** Undoes percent-encoding, and no other: a plus sign is a plus sign. */
    private static String decoded(String attribute, String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character == '%') {
                int high = index + 2 < value.length() ? Character.digit(value.charAt(index + 1), 16) : -1;
                int low = high >= 0 ? Character.digit(value.charAt(index + 2), 16) : -1;
                if (low < 0) {
                    throw new InvalidDocument("/" + attribute, "has a percent sign that is not an encoding");
                }
                bytes.write(high << 4 | low);
                index += 2;
            } else {
                bytes.writeBytes(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidDocument("/" + attribute, "is not UTF-8 once its percent signs are undone");
        }
    }
}
