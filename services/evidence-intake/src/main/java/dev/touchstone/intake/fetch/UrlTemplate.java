package dev.touchstone.intake.fetch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Path and query of an address (RFC 3986) with {@code {name}} where a value of a notification goes. A value is data and
 * nothing else: whatever it is, the address has the same host, the same number of path segments and the same parameters.
 */
public final class UrlTemplate {

    private static final int LONGEST = 1000;
    private static final int LONGEST_VALUE = 200;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]{0,39})}");
    private static final Pattern LITERAL = Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");
    private static final String UNRESERVED = "-._~";

    private final String text;
    private final List<Part> parts;

    private UrlTemplate(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** Literal text, or the name of a value; {@code inQuery} is where it stands. */
    private record Part(String text, boolean placeholder, boolean inQuery) {}

    /** A template that cannot be one. The message is meant for its author. */
    public static final class InvalidTemplate extends RuntimeException {
        InvalidTemplate(String message) {
            super(message, null, false, false);
        }
    }

    /** A value that must not be put into an address. The message names it and does not repeat it. */
    public static final class UnfitValue extends RuntimeException {
        UnfitValue(String name, String problem) {
            super("the value " + name + " " + problem, null, false, false);
        }
    }

    /** @throws InvalidTemplate unless it begins with one slash, with at most one question mark and no fragment */
    public static UrlTemplate parse(String text) {
        if (text.length() > LONGEST || !text.startsWith("/") || text.startsWith("//")) {
            throw new InvalidTemplate("must begin with one slash and have at most " + LONGEST + " characters");
        }
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literal(text.substring(end, matcher.start()), parts);
            parts.add(new Part(matcher.group(1), true, inQuery(parts)));
            end = matcher.end();
        }
        literal(text.substring(end), parts);
        if (text.chars().filter(character -> character == '?').count() > 1) {
            throw new InvalidTemplate("must hold at most one question mark");
        }
        UrlTemplate template = new UrlTemplate(text, List.copyOf(parts));
        if (hasDotSegment(PLACEHOLDER.matcher(text).replaceAll("x"))) {
            throw new InvalidTemplate("must not hold the segments . and ..");
        }
        return template;
    }

    private static void literal(String text, List<Part> into) {
        if (!LITERAL.matcher(text).matches()) {
            throw new InvalidTemplate("must be a path and a query (RFC 3986), with {name} for values");
        }
        if (!text.isEmpty()) {
            into.add(new Part(text, false, inQuery(into)));
        }
    }

    private static boolean inQuery(List<Part> before) {
        return before.stream()
                .anyMatch(part -> !part.placeholder() && part.text().indexOf('?') >= 0);
    }

    /** The names of the values, in their order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        parts.stream().filter(Part::placeholder).map(Part::text).forEach(names::add);
        return names;
    }

    /**
     * Path and query with every value percent-encoded.
     *
     * @param values strings of 1 to 200 characters, numbers and booleans
     * @throws UnfitValue if one is missing or could change what is asked for
     */
    public String fill(Map<?, ?> values) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            filled.append(part.placeholder() ? encoded(part, values.get(part.text())) : part.text());
        }
        if (hasDotSegment(filled.toString())) {
            throw new UnfitValue(String.join(", ", names()), "would make a segment . or .. of the path");
        }
        return filled.toString();
    }

    private static String encoded(Part part, Object value) {
        String text = text(part.text(), value);
        // Servers are known to decode %2F before they look for the segments.
        if (!part.inQuery() && (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0)) {
            throw new UnfitValue(part.text(), "must not hold a slash");
        }
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean alphanumeric = character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9';
            if (alphanumeric || UNRESERVED.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append(String.format("%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }

    private static String text(String name, Object value) {
        if (value == null) {
            throw new UnfitValue(name, "is missing");
        }
        String text;
        if (value instanceof String string) {
            text = string;
        } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            text = new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        } else if (value instanceof Boolean) {
            text = value.toString();
        } else {
            throw new UnfitValue(name, "must be a string or a number");
        }
        if (text.isBlank() || text.length() > LONGEST_VALUE) {
            throw new UnfitValue(name, "must have 1 to " + LONGEST_VALUE + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new UnfitValue(name, "must not hold control characters");
        }
        return text;
    }

    private static boolean hasDotSegment(String address) {
        String path = address.split("\\?", 2)[0];
        for (String segment : path.split("/", -1)) {
            String plain = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
            if (plain.equals(".") || plain.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
