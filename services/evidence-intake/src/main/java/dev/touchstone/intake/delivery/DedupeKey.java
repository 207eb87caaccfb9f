package dev.touchstone.intake.delivery;

import dev.touchstone.intake.connection.DedupeRule;
import dev.touchstone.intake.connection.Headers;
import dev.touchstone.intake.connection.VerifierProfile;
import dev.touchstone.intake.document.CanonicalForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key under which a connection's repetition of a delivery is recognised; unique within the connection. Always a
 * digest behind a word that says of what, so its length is bounded whatever the sender does.
 */
public final class DedupeKey {

    private DedupeKey() {}

    /**
     * A header field is taken at its word only where the verifier vouches for it: otherwise whoever captured a request
     * could send it again under another name, and it would be new evidence. The content tells there.
     *
     * @param verifier of the request
     * @param payload the body as JSON; null if it is none
     * @param now when it arrived
     */
    public static String of(
            DedupeRule rule, VerifierProfile verifier, Headers headers, byte[] body, Object payload, Instant now) {
        if (rule instanceof DedupeRule.Header header) {
            return headers.single(header.name())
                    .filter(value -> verifier.vouchesFor(header.name()))
                    .map(value -> "header:" + hex(List.of(value)))
                    .orElseGet(() -> content(body));
        }
        if (rule instanceof DedupeRule.Fields fields) {
            return values(fields, payload)
                    .map(found -> "fields:" + hex(found) + period(fields, now))
                    .orElseGet(() -> content(body));
        }
        return content(body);
    }

    /** Source and id name a CloudEvent (specification 1.0, section 3.1.1). */
    public static String ofCloudEvent(String source, String id) {
        return "event:" + hex(List.of(source, id));
    }

    private static String period(DedupeRule.Fields fields, Instant now) {
        return fields.minutes() == 0 ? "" : ":" + now.getEpochSecond() / 60 / fields.minutes();
    }

    private static String content(byte[] body) {
        return "content:" + HexFormat.of().formatHex(CanonicalForm.sha256(body));
    }

    private static String hex(List<?> values) {
        return HexFormat.of().formatHex(CanonicalForm.digest(values));
    }

    private static Optional<List<Object>> values(DedupeRule.Fields fields, Object payload) {
        List<Object> values = new ArrayList<>();
        for (String pointer : fields.pointers()) {
            Object value = at(payload, pointer);
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(values);
    }

    private static Object at(Object payload, String pointer) {
        Object place = payload;
        for (String step : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            if (place instanceof Map<?, ?> map) {
                place = map.get(name);
            } else if (place instanceof List<?> list && name.matches("[0-9]{1,6}")) {
                int index = Integer.parseInt(name);
                place = index < list.size() ? list.get(index) : null;
            } else {
                return null;
            }
        }
        return place;
    }
}
