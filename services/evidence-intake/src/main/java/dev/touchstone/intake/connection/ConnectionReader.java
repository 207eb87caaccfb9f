package dev.touchstone.intake.connection;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.fetch.FetchReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what an administrator configures. Adds every mistake to the document. */
public final class ConnectionReader {

    private static final Set<Integer> ACK_STATUSES = Set.of(200, 201, 202, 204);
    private static final int ACCEPTED = 202;
    private static final int LONGEST_TEMPLATE = 16_384;
    private static final int LONGEST_SECRET = 2000;
    private static final int MOST_MINUTES = 1440;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]+");
    private static final Set<String> FIELDS = Set.of(
            "name",
            "source",
            "channel",
            "verifier",
            "secret",
            "template",
            "dedupe",
            "ackStatus",
            "timeZone",
            "bodyField",
            "pings",
            "fetch",
            "fetchSecret");

    private ConnectionReader() {}

    /** What an administrator asked for. */
    public record Request(
            String name,
            SourceKind source,
            ConnectionChannel channel,
            Connection.Settings settings,
            String secret,
            String fetchSecret) {}

    /** @throws dev.touchstone.intake.document.InvalidDocument with every mistake */
    public static Request read(Map<String, Object> fields) {
        Document connection = Document.of(fields);
        connection.allowOnly(FIELDS);
        Optional<String> name = connection.requiredText("name", 100);
        connection.requiredText("source", 40);
        connection.requiredText("channel", 40);
        Optional<SourceKind> source = connection.word("source", SourceKind.WORDS);
        Optional<ConnectionChannel> channel = connection.word("channel", ConnectionChannel.WORDS);
        Connection.Settings settings = settings(connection);
        String secret = connection.text("secret", LONGEST_SECRET).orElse(null);
        String fetchSecret = connection.text("fetchSecret", LONGEST_SECRET).orElse(null);
        channel.ifPresent(kind -> checkFit(connection, kind, settings, secret));
        checkFetchSecret(connection, settings, fetchSecret);
        channel.filter(kind -> kind == ConnectionChannel.PEOPLE || kind == ConnectionChannel.SCIM)
                .filter(kind -> source.filter(word -> word != SourceKind.HRIS).isPresent())
                .ifPresent(kind -> connection.violation("source", "must be hris where the channel is " + kind.word()));
        connection.check();
        return new Request(
                name.orElseThrow(), source.orElseThrow(), channel.orElseThrow(), settings, secret, fetchSecret);
    }

    private static Connection.Settings settings(Document connection) {
        return new Connection.Settings(
                connection.object("verifier").flatMap(VerifierReader::read).orElse(null),
                connection.text("template", LONGEST_TEMPLATE).orElse(null),
                connection.object("dedupe").map(ConnectionReader::dedupe).orElseGet(DedupeRule.Content::new),
                ackStatus(connection),
                zone(connection),
                connection.text("bodyField", 100).orElse(null),
                PingReader.read(connection),
                connection.object("fetch").flatMap(FetchReader::read).orElse(null));
    }

    private static void checkFit(
            Document connection, ConnectionChannel channel, Connection.Settings settings, String secret) {
        boolean webhook = channel == ConnectionChannel.WEBHOOK;
        boolean mapped = webhook || channel == ConnectionChannel.CLOUDEVENTS;
        if (webhook && !connection.has("verifier")) {
            connection.violation("verifier", "is required for this channel");
        }
        if (!webhook && settings.verifier() != null) {
            connection.violation("verifier", "is for webhooks only");
        }
        if (!webhook && (settings.bodyField() != null || !settings.pings().isEmpty())) {
            connection.violation(settings.bodyField() != null ? "bodyField" : "pings", "is for webhooks only");
        }
        if (!webhook && settings.fetch() != null) {
            connection.violation("fetch", "is for webhooks only");
        }
        if (!webhook && secret != null) {
            connection.violation("secret", "is minted here for this channel");
        }
        if (mapped && settings.template() == null) {
            connection.violation("template", "is required for this channel");
        }
        if (!mapped && settings.template() != null) {
            connection.violation("template", "is not used by this channel");
        }
        if (secret != null && settings.verifier() != null) {
            secretFits(connection, settings.verifier(), secret);
        }
    }

    private static void secretFits(Document connection, VerifierProfile verifier, String secret) {
        if (verifier.secretUse() == VerifierProfile.SecretUse.NONE) {
            connection.violation("secret", "is not used by this kind of verifier");
            return;
        }
        try {
            SharedSecret.material(verifier, secret);
        } catch (InvalidProfile e) {
            connection.violation(e.field(), e.getMessage());
        }
    }

    private static void checkFetchSecret(Document connection, Connection.Settings settings, String fetchSecret) {
        if (fetchSecret == null || connection.has("fetch") && settings.fetch() == null) {
            return;
        }
        if (settings.fetch() == null || !settings.fetch().credentials().needsSecret()) {
            connection.violation("fetchSecret", "is for connections that fetch with credentials");
        } else if (!PRINTABLE.matcher(fetchSecret).matches()) {
            // It goes into a header field, and the client must not be the one who says so, with the secret in its
            // message.
            connection.violation("fetchSecret", "must be printable ASCII");
        }
    }

    private static int ackStatus(Document connection) {
        int status = connection.number("ackStatus").map(Double::intValue).orElse(ACCEPTED);
        if (!ACK_STATUSES.contains(status)) {
            connection.violation("ackStatus", "must be 200, 201, 202 or 204");
        }
        return status;
    }

    private static ZoneId zone(Document connection) {
        Optional<String> name = connection.text("timeZone", 60);
        try {
            return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            connection.violation("timeZone", "must be a time zone such as Europe/Berlin");
            return ZoneOffset.UTC;
        }
    }

    private static DedupeRule dedupe(Document dedupe) {
        dedupe.allowOnly(Set.of("header", "pointers", "minutes"));
        Optional<String> header = dedupe.text("header", 100);
        List<String> pointers = dedupe.texts("pointers", 10, 300);
        if (header.isPresent() == !pointers.isEmpty()) {
            dedupe.violation("", "must have either header or pointers");
        }
        double minutes = dedupe.number("minutes").orElse(0.0);
        if (dedupe.has("minutes") && (header.isPresent() || minutes < 1 || minutes > MOST_MINUTES)) {
            dedupe.violation("minutes", "must be 1 to " + MOST_MINUTES + ", with pointers");
        }
        if (pointers.stream().anyMatch(pointer -> !pointer.startsWith("/"))) {
            dedupe.violation("pointers", "must begin with a slash (RFC 6901)");
        }
        return header.<DedupeRule>map(DedupeRule.Header::new)
                .orElseGet(() -> new DedupeRule.Fields(pointers, (int) minutes));
    }
}
