package dev.touchstone.intake.connection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * What a sender signs: literals, <code>{body}</code>, <code>{h:Header}</code> and <code>{timestamp}</code> in any order. The body goes in as the bytes
 * received, never as text parsed and written again.
 */
public final class SignedText {

    private static final int LONGEST = 1000;

    private final String template;
    private final List<Part> parts;

    private SignedText(String template, List<Part> parts) {
        this.template = template;
        this.parts = List.copyOf(parts);
    }

    /** @throws InvalidProfile if a brace is open or a placeholder unknown, or the body is not part of it exactly once */
    public static SignedText parse(String template) {
        if (template.length() > LONGEST) {
            throw new InvalidProfile("signed", "must have at most " + LONGEST + " characters");
        }
        List<Part> parts = new ArrayList<>();
        int position = 0;
        while (position < template.length()) {
            int open = template.indexOf('{', position);
            if (open != position) {
                int end = open < 0 ? template.length() : open;
                parts.add(new Literal(template.substring(position, end).getBytes(StandardCharsets.UTF_8)));
                position = end;
                continue;
            }
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw new InvalidProfile("signed", "has a brace that is not closed");
            }
            parts.add(placeholder(template.substring(open + 1, close)));
            position = close + 1;
        }
        if (parts.stream().filter(Body.class::isInstance).count() != 1) {
            throw new InvalidProfile("signed", "must hold {body} exactly once");
        }
        return new SignedText(template, parts);
    }

    private static Part placeholder(String name) {
        if (name.equals("body")) {
            return new Body();
        }
        if (name.equals("timestamp")) {
            return new Timestamp();
        }
        if (name.startsWith("h:") && name.length() > 2) {
            return new Header(name.substring(2).strip());
        }
        throw new InvalidProfile("signed", "has a placeholder that is not {body}, {timestamp} or {h:Header}");
    }

    boolean needsTimestamp() {
        return parts.stream().anyMatch(Timestamp.class::isInstance);
    }

    /** Whether a part of the text is the value of this header field. */
    boolean covers(String header) {
        return parts.stream()
                .anyMatch(part -> part instanceof Header field && field.name().equalsIgnoreCase(header));
    }

    /** Feeds the text to the computation; false if a header field that it needs is missing. */
    boolean feed(Mac mac, byte[] body, Headers headers, String timestamp) {
        for (Part part : parts) {
            Optional<byte[]> bytes = bytes(part, body, headers, timestamp);
            if (bytes.isEmpty()) {
                return false;
            }
            mac.update(bytes.get());
        }
        return true;
    }

    private static Optional<byte[]> bytes(Part part, byte[] body, Headers headers, String timestamp) {
        if (part instanceof Body) {
            return Optional.of(body);
        }
        if (part instanceof Literal literal) {
            return Optional.of(literal.bytes());
        }
        Optional<String> text =
                part instanceof Header header ? headers.single(header.name()) : Optional.ofNullable(timestamp);
        return text.map(value -> value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return template;
    }

    private sealed interface Part permits Literal, Body, Header, Timestamp {}

    private record Literal(byte[] bytes) implements Part {}

    private record Body() implements Part {}

    private record Header(String name) implements Part {}

    private record Timestamp() implements Part {}
}
