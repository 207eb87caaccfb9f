package dev.touchstone.intake.structured;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes structured fields in the one form that RFC 8941 section 4.1 allows. */
public final class StructuredText {

    private StructuredText() {}

    public static String of(Member member) {
        if (member instanceof Member.InnerList list) {
            return list.items().stream().map(StructuredText::of).collect(Collectors.joining(" ", "(", ")"))
                    + parameters(list.parameters());
        }
        return bare(((Member.Item) member).value()) + parameters(member.parameters());
    }

    /** As the value of a whole field that is a dictionary. */
    public static String of(Map<String, Member> dictionary) {
        return dictionary.entrySet().stream()
                .map(entry -> entry.getKey() + member(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String member(Member member) {
        boolean bare = member instanceof Member.Item item && Boolean.TRUE.equals(item.value());
        return bare ? parameters(member.parameters()) : "=" + of(member);
    }

    private static String parameters(Map<String, Object> parameters) {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) -> {
            text.append(';').append(name);
            if (!Boolean.TRUE.equals(value)) {
                text.append('=').append(bare(value));
            }
        });
        return text.toString();
    }

    private static String bare(Object value) {
        if (value instanceof String string) {
            return '"' + string.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        if (value instanceof Token token) {
            return token.text();
        }
        if (value instanceof ByteSequence sequence) {
            return ':' + Base64.getEncoder().encodeToString(sequence.bytes()) + ':';
        }
        if (value instanceof Boolean flag) {
            return flag ? "?1" : "?0";
        }
        return value.toString();
    }
}
