package dev.touchstone.intake.connection;

import dev.touchstone.intake.connection.SignatureBase.NoBase;
import dev.touchstone.intake.payload.FormFields;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The component {@code @query-param} of a message signature (RFC 9421 section 2.2.8). */
final class QueryParameter {

    private static final String UNRESERVED = "*-._";

    private QueryParameter() {}

    /** @throws NoBase if the parameter does not stand in the query exactly once */
    static String value(String query, Map<String, Object> parameters) {
        if (parameters.size() != 1 || !(parameters.get("name") instanceof String name)) {
            throw new NoBase(Rejection.COMPONENT_REFUSED);
        }
        String value = FormFields.parse((query == null ? "" : query).getBytes(StandardCharsets.ISO_8859_1))
                .flatMap(fields -> fields.single(decoded -> encode(decoded).equals(name)))
                .orElseThrow(() -> new NoBase(Rejection.SIGNED_HEADER_MISSING));
        return encode(value);
    }

    /** Percent-encoded after the WHATWG URL standard, a space as {@code %20}. */
    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain =
                    character < 0x80 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0);
            if (plain) {
                encoded.append(character);
            } else {
                encoded.append(String.format("%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }
}
