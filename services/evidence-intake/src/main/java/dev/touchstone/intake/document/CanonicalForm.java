package dev.touchstone.intake.document;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON value written in one way only, so that equal values have equal digests: names sorted, no white space, numbers
 * without trailing zeros. Not RFC 8785: it is only ever compared with itself.
 */
public final class CanonicalForm {

    private CanonicalForm() {}

    public static byte[] bytes(Object value) {
        StringBuilder text = new StringBuilder(256);
        write(value, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical form. */
    public static byte[] digest(Object value) {
        return sha256(bytes(value));
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code sha256:} and the digest of the bytes in hexadecimal. */
    public static String label(byte[] bytes) {
        return "sha256:" + HexFormat.of().formatHex(sha256(bytes));
    }

    private static void write(Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> map) {
            writeObject(map, text);
        } else if (value instanceof List<?> list) {
            writeArray(list, text);
        } else if (value instanceof String string) {
            writeString(string, text);
        } else if (value instanceof Number number) {
            writeNumber(number, text);
        } else {
            text.append(value);
        }
    }

    private static void writeObject(Map<?, ?> map, StringBuilder text) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        char separator = '{';
        for (Map.Entry<String, Object> field : sorted.entrySet()) {
            text.append(separator);
            writeString(field.getKey(), text);
            text.append(':');
            write(field.getValue(), text);
            separator = ',';
        }
        text.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void writeArray(List<?> list, StringBuilder text) {
        char separator = '[';
        for (Object item : list) {
            text.append(separator);
            write(item, text);
            separator = ',';
        }
        text.append(list.isEmpty() ? "[]" : "]");
    }

    private static void writeString(String string, StringBuilder text) {
        text.append('"');
        for (int index = 0; index < string.length(); index++) {
            char character = string.charAt(index);
            if (character == '"' || character == '\\') {
                text.append('\\');
            }
            text.append(character);
        }
        text.append('"');
    }

    private static void writeNumber(Number number, StringBuilder text) {
        boolean finite = Double.isFinite(number.doubleValue()) || !(number instanceof Double);
        text.append(finite ? new BigDecimal(number.toString()).stripTrailingZeros() : number);
    }
}
