package dev.touchstone.intake.connection;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.document.InvalidDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a sender's pings look like: the text of a whole body, or {@code {"body":"Ping
 * test","authenticated":false}}, or {@code {"header":"X-GitHub-Event","value":"ping"}}. At most 10.
 */
final class PingReader {

    private static final int MOST = 10;
    private static final int LONGEST = 1000;

    private PingReader() {}

    static List<Ping> read(Document connection) {
        List<Ping> pings = new ArrayList<>();
        Object value = connection.value("pings").orElse(List.of());
        if (!(value instanceof List<?> items) || items.size() > MOST) {
            connection.violation("pings", "must be an array of at most " + MOST + " items");
            return List.of();
        }
        for (Object item : items) {
            if (item instanceof String text && !text.isEmpty() && text.length() <= LONGEST) {
                pings.add(new Ping(text, null, null, true));
            } else if (item instanceof Map<?, ?>) {
                read(connection, Document.of(item)).ifPresent(pings::add);
            } else {
                connection.violation("pings", "must hold the text of a body, or objects");
            }
        }
        return pings;
    }

    private static Optional<Ping> read(Document connection, Document ping) {
        ping.allowOnly(Set.of("body", "header", "value", "authenticated"));
        Optional<String> body = ping.text("body", LONGEST);
        Optional<String> header = ping.has("header") ? VerifierReader.header(ping) : Optional.empty();
        Optional<String> value = ping.text("value", LONGEST);
        boolean authenticated = ping.flag("authenticated").orElse(true);
        if (body.isPresent() == header.isPresent() || header.isPresent() != value.isPresent()) {
            ping.violation("", "must have either body, or header and value");
        }
        try {
            ping.check();
        } catch (InvalidDocument invalid) {
            invalid.violations()
                    .forEach(one -> connection.violation("pings", "holds an item that is wrong: " + one.detail()));
            return Optional.empty();
        }
        return Optional.of(new Ping(body.orElse(null), header.orElse(null), value.orElse(null), authenticated));
    }
}
