package dev.touchstone.intake.xapi;

import dev.touchstone.intake.document.Document;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The special data types of xAPI (1.0.3 part two, section 4): what is not of its type is added to the document. */
public final class Values {

    static final int LONGEST_IRI = 2000;
    private static final int LONGEST_TAG = 100;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    /** Systems put more into their addresses than RFC 3987 lets them; what would tear an address apart is refused. */
    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>]+");

    private Values() {}

    public static boolean isIri(String text) {
        return text.length() <= LONGEST_IRI && IRI.matcher(text).matches();
    }

    public static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    /** Well-formed by RFC 5646; whether the subtags are registered changes from month to month and is not asked. */
    public static boolean isLanguageTag(String text) {
        if (text.isEmpty() || text.length() > LONGEST_TAG) {
            return false;
        }
        try {
            new Locale.Builder().setLanguageTag(text);
            return true;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    static Optional<UUID> uuid(Document document, String name) {
        return string(document, name)
                .filter(text -> holds(isUuid(text), document, name, "must be a UUID"))
                .map(UUID::fromString);
    }

    static Optional<String> iri(Document document, String name) {
        return string(document, name)
                .filter(text ->
                        holds(isIri(text), document, name, "must be an absolute IRI of at most 2000 characters"));
    }

    static Optional<String> requiredIri(Document document, String name) {
        require(document, name);
        return iri(document, name);
    }

    /** Any string, the empty one included. */
    static Optional<String> string(Document document, String name) {
        Optional<Object> value = document.value(name);
        boolean good = value.isEmpty()
                || value.get() instanceof String text && text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0;
        return holds(good, document, name, "must be a string") ? value.map(String.class::cast) : Optional.empty();
    }

    /** Strings by language. */
    static void languageMap(Document document, String name) {
        document.object(name)
                .ifPresent(map -> map.fields().forEach((tag, text) -> {
                    holds(isLanguageTag(tag), map, tag, "is no language tag (RFC 5646)");
                    holds(text instanceof String, map, tag, "must be a string");
                }));
    }

    /** Anything, by IRI. */
    static void extensions(Document document, String name) {
        if (document.has(name) && document.value(name).isEmpty()) {
            document.violation(name, "must be an object");
        }
        document.object(name)
                .ifPresent(map ->
                        map.fields().keySet().forEach(key -> holds(isIri(key), map, key, "must be an absolute IRI")));
    }

    static void timestamp(Document document, String name) {
        string(document, name)
                .filter(text -> holds(
                        XapiTime.parse(text).isPresent(), document, name, "must be a time in ISO 8601 and RFC 3339"));
    }

    static void require(Document document, String name) {
        holds(document.value(name).isPresent(), document, name, "is required");
    }

    /** Adds a violation unless it is good. */
    static boolean holds(boolean good, Document document, String name, String otherwise) {
        if (!good) {
            document.violation(name, otherwise);
        }
        return good;
    }

    /** Null is nowhere but in extensions. */
    static void refuseNulls(Document statement) {
        statement.fields().forEach((name, value) -> holds(!holdsNull(value), statement, name, "holds null"));
    }

    private static boolean holdsNull(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .anyMatch(field -> field.getKey().equals("extensions")
                            ? field.getValue() == null
                            : holdsNull(field.getValue()));
        }
        if (value instanceof Iterable<?> list) {
            for (Object item : list) {
                if (holdsNull(item)) {
                    return true;
                }
            }
            return false;
        }
        return value == null;
    }
}
