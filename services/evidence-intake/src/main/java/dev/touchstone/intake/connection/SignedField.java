package dev.touchstone.intake.connection;

import dev.touchstone.intake.connection.SignatureBase.NoBase;
import dev.touchstone.intake.structured.ByteSequence;
import dev.touchstone.intake.structured.Member;
import dev.touchstone.intake.structured.StructuredDictionary;
import dev.touchstone.intake.structured.StructuredText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The value of a header field as a component of a message signature (RFC 9421 section 2.1). */
final class SignedField {

    /** Registered dictionaries; of another field this service does not know what sort of structured field it is. */
    private static final Set<String> DICTIONARIES = Set.of(
            "accept-signature",
            "content-digest",
            "priority",
            "repr-digest",
            "signature",
            "signature-input",
            "want-content-digest",
            "want-repr-digest");

    private SignedField() {}

    /** @throws NoBase if it is not in the message, or cannot be written in the form that is wanted */
    static String value(String name, Map<String, Object> parameters, Headers headers) {
        List<String> lines = headers.all(name);
        if (lines.isEmpty()) {
            throw new NoBase(Rejection.SIGNED_HEADER_MISSING);
        }
        List<String> values = lines.stream().map(String::strip).toList();
        if (parameters.isEmpty()) {
            return String.join(", ", values);
        }
        if (parameters.size() > 1) {
            // bs goes with neither of the others (section 2.1), and key makes sf superfluous
            throw new NoBase(Rejection.COMPONENT_REFUSED);
        }
        if (Boolean.TRUE.equals(parameters.get("bs"))) {
            return values.stream().map(SignedField::wrapped).collect(Collectors.joining(", "));
        }
        if (Boolean.TRUE.equals(parameters.get("sf")) && DICTIONARIES.contains(name)) {
            return StructuredText.of(dictionary(values));
        }
        if (parameters.get("key") instanceof String key) {
            return member(dictionary(values), key);
        }
        throw new NoBase(Rejection.COMPONENT_REFUSED);
    }

    /** Section 2.1.3. */
    private static String wrapped(String value) {
        ByteSequence bytes = new ByteSequence(value.getBytes(StandardCharsets.ISO_8859_1));
        return StructuredText.of(new Member.Item(bytes, Map.of()));
    }

    /** Section 2.1.2. */
    private static String member(Map<String, Member> dictionary, String key) {
        Member member = dictionary.get(key);
        if (member == null) {
            throw new NoBase(Rejection.SIGNED_HEADER_MISSING);
        }
        return StructuredText.of(member);
    }

    private static Map<String, Member> dictionary(List<String> values) {
        return StructuredDictionary.parse(String.join(", ", values))
                .orElseThrow(() -> new NoBase(Rejection.SIGNATURE_UNREADABLE));
    }
}
