package dev.touchstone.intake.payload;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The fields of a body of type {@code application/x-www-form-urlencoded} (WHATWG URL, section 5), in their order. UTF-8
 * only, at most {@value #MOST}, none with the character U+0000.
 */
public final class FormFields {

    private static final int MOST = 1000;

    private final List<Field> fields;

    private FormFields(List<Field> fields) {
        this.fields = fields;
    }

    /** @param raw as it was sent */
    record Field(String name, String value, String raw) {}

    /** Empty if it is no form. */
    public static Optional<FormFields> parse(byte[] body) {
        String[] pairs = new String(body, StandardCharsets.ISO_8859_1).strip().split("&", MOST + 1);
        if (pairs.length > MOST) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>(pairs.length);
        for (String pair : pairs) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            Optional<String> name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = equals < 0 ? Optional.of("") : decoded(pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            fields.add(new Field(name.get(), value.get(), pair));
        }
        return Optional.of(new FormFields(fields));
    }

    /** The value, unless there is none or more than one: a repeated field has no value to rely on. */
    public Optional<String> single(String name) {
        return single(name::equals);
    }

    /** The value of the one field whose name is wanted; empty if there is none or more than one. */
    public Optional<String> single(Predicate<String> wanted) {
        List<Field> found =
                fields.stream().filter(field -> wanted.test(field.name())).toList();
        return found.size() == 1 ? Optional.of(found.get(0).value()) : Optional.empty();
    }

    /** The form as it was sent, without these fields. */
    public byte[] without(Set<String> names) {
        return fields.stream()
                .filter(field -> !names.contains(field.name()))
                .map(Field::raw)
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The form as JSON has it; see {@link FormTree}. Empty if its names contradict each other. */
    public Optional<Object> value() {
        return FormTree.of(fields);
    }

    private static Optional<String> decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '%') {
                int high = digit(text, at + 1);
                int low = digit(text, at + 2);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * 16 + low);
                at += 2;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return decoded.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(decoded);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int digit(String text, int at) {
        return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    }
}
