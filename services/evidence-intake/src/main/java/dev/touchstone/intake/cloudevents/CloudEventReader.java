package dev.touchstone.intake.cloudevents;

import dev.touchstone.intake.document.Document;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads CloudEvents in the JSON event format (specification 1.0.2, JSON format sections 2 and 3). */
public final class CloudEventReader {

    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[a-z0-9]{1,100}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}( *;.{0,300})?");
    /** RFC 3339 section 5.6; the platform's own reader takes a time without seconds too. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    private static final Set<String> CHECKED = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "dataschema",
            "datacontenttype",
            "time",
            "data",
            "data_base64");
    private static final int LONGEST = 1000;

    private CloudEventReader() {}

    /**
     * @param value a JSON value that should be an event
     * @param pointer where it stands in what was sent
     * @throws dev.touchstone.intake.document.InvalidDocument with every mistake
     */
    public static CloudEvent read(Object value, String pointer) {
        Document event = Document.of(value, pointer);
        String version = event.requiredText("specversion", 10).orElse("1.0");
        if (!version.equals("1.0")) {
            event.violation("specversion", "must be 1.0");
        }
        Optional<String> id = event.requiredText("id", LONGEST);
        Optional<String> source = event.requiredText("source", LONGEST);
        Optional<String> type = event.requiredText("type", LONGEST);
        source.filter(text -> !isUri(text, false))
                .ifPresent(text -> event.violation("source", "must be a URI-reference"));
        event.text("subject", LONGEST);
        event.text("dataschema", LONGEST)
                .filter(text -> !isUri(text, true))
                .ifPresent(text -> event.violation("dataschema", "must be an absolute URI"));
        event.text("datacontenttype", 500)
                .filter(text -> !MEDIA_TYPE.matcher(text).matches())
                .ifPresent(text -> event.violation("datacontenttype", "must be a media type"));
        event.text("time", 64)
                .filter(text -> !isTime(text))
                .ifPresent(text -> event.violation("time", "must be a time as in RFC 3339"));
        checkData(event);
        checkExtensions(event);
        checkCharacters(event);
        event.check();
        return new CloudEvent(id.orElseThrow(), source.orElseThrow(), type.orElseThrow(), set(event.fields()));
    }

    private static void checkData(Document event) {
        Optional<Object> encoded = event.value("data_base64");
        if (encoded.isPresent() && event.value("data").isPresent()) {
            event.violation("data_base64", "cannot stand beside data");
        }
        if (encoded.isPresent() && !(encoded.get() instanceof String text && isBase64(text))) {
            event.violation("data_base64", "must be base64");
        }
    }

    private static void checkExtensions(Document event) {
        event.fields().forEach((name, value) -> {
            if (CHECKED.contains(name)) {
                return;
            }
            if (!ATTRIBUTE_NAME.matcher(name).matches()) {
                event.violation(name, "must be named with lower-case letters and digits");
            } else if (value != null && !isAttributeValue(value)) {
                event.violation(name, "must be a string, a boolean or a 32-bit integer");
            }
        });
    }

    /** Section 3.1, type String: no control characters, no half of a surrogate pair, no noncharacters. */
    private static void checkCharacters(Document event) {
        event.fields().forEach((name, value) -> {
            if (!name.equals("data")
                    && value instanceof String text
                    && text.codePoints().anyMatch(CloudEventReader::isForbidden)) {
                event.violation(name, "must not hold control characters or what Unicode calls noncharacters");
            }
        });
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint)
                || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
                || codePoint >= 0xfdd0 && codePoint <= 0xfdef
                || (codePoint & 0xfffe) == 0xfffe;
    }

    private static boolean isAttributeValue(Object value) {
        return value instanceof Boolean || value instanceof Integer || value instanceof String;
    }

    /** Null stands for absent. */
    private static Map<String, Object> set(Map<String, Object> fields) {
        Map<String, Object> set = new LinkedHashMap<>(fields);
        set.values().removeIf(value -> value == null);
        return set;
    }

    private static boolean isUri(String text, boolean absolute) {
        try {
            return new URI(text).isAbsolute() || !absolute;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        if (!TIME.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
