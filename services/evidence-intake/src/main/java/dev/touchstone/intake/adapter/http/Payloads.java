package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.intake.adapter.postgres.IncomingDelivery;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionChannel;
import dev.touchstone.intake.connection.Headers;
import dev.touchstone.intake.connection.JwtBodyProfile;
import dev.touchstone.intake.connection.VerifierProfile;
import dev.touchstone.intake.delivery.DedupeKey;
import dev.touchstone.intake.delivery.Extraction;
import dev.touchstone.intake.delivery.Extractor;
import dev.touchstone.intake.delivery.Extractor.Unreadable;
import dev.touchstone.intake.delivery.PayloadTemplates;
import dev.touchstone.intake.payload.MediaKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes deliveries of what authentic senders sent. What cannot be read is a delivery too, with the reason. */
@ApplicationScoped
public class Payloads {

    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");
    private static final Set<String> OF_THE_TRANSFER =
            Set.of("content-encoding", "content-length", "transfer-encoding");
    private static final String CONTENT_TYPE = "content-type";
    private static final int MOST_HEADERS = 60;
    private static final int LONGEST_HEADER = 500;

    private final Extractor extractor;

    Payloads(PayloadTemplates templates) {
        this.extractor = new Extractor(templates);
    }

    /** @param message the body without content encoding and envelope */
    IncomingDelivery webhook(Connection connection, MediaKind kind, Headers headers, byte[] message, Instant now) {
        Map<String, String> kept = kept(connection, headers);
        byte[] body = HookBodies.kept(connection, message);
        Object payload;
        try {
            payload = HookBodies.payload(connection, kind, body);
        } catch (Unreadable e) {
            String key = key(connection, headers, body, null, now);
            return new IncomingDelivery(Uuid7.next(), key, kept, body, Extraction.NOTHING, e);
        }
        String key = key(connection, headers, body, payload, now);
        return read(connection, Uuid7.next(), key, kept, body, payload, null, now);
    }

    private static String key(Connection connection, Headers headers, byte[] body, Object payload, Instant now) {
        Connection.Settings settings = connection.settings();
        return DedupeKey.of(settings.dedupe(), settings.verifier(), headers, body, payload, now);
    }

    /**
     * A delivery that was kept, as its connection's template understands it now.
     *
     * @param fetched what its system answered; null before it was asked
     */
    public IncomingDelivery again(
            Connection connection,
            UUID id,
            Map<String, String> headers,
            byte[] body,
            Map<String, Object> fetched,
            Instant now) {
        try {
            return read(connection, id, "", headers, body, payload(connection, headers, body), fetched, now);
        } catch (Unreadable e) {
            return new IncomingDelivery(id, "", headers, body, Extraction.NOTHING, e);
        }
    }

    /** The payload of a delivery that was kept. @throws Unreadable with the reason */
    public static Object payload(Connection connection, Map<String, String> headers, byte[] body) {
        MediaKind kind = connection.channel() == ConnectionChannel.WEBHOOK
                ? MediaKind.of(headers.get(CONTENT_TYPE)).orElse(MediaKind.JSON)
                : MediaKind.JSON;
        return HookBodies.payload(connection, kind, body);
    }

    /** A payload that has been parsed. */
    IncomingDelivery read(
            Connection connection,
            UUID id,
            String key,
            Map<String, String> headers,
            byte[] body,
            Object payload,
            Map<String, Object> fetched,
            Instant now) {
        try {
            Extraction extraction = extractor.extract(connection, payload, fetched, headers, now);
            return new IncomingDelivery(id, key, headers, body, extraction, null);
        } catch (Unreadable e) {
            return new IncomingDelivery(id, key, headers, body, Extraction.NOTHING, e);
        }
    }

    /**
     * Templates may look at header fields; credentials and signatures are not theirs to see, nor ours to keep. What
     * is kept is neither compressed nor a JWT any more.
     */
    private static Map<String, String> kept(Connection connection, Headers headers) {
        VerifierProfile verifier = connection.settings().verifier();
        Map<String, String> kept = headers.singles().entrySet().stream()
                .filter(field -> !SECRET_HEADERS.contains(field.getKey()))
                .filter(field -> !OF_THE_TRANSFER.contains(field.getKey()))
                .filter(field -> !verifier.secretHeaders().contains(field.getKey()))
                .filter(field -> field.getValue().length() <= LONGEST_HEADER)
                .limit(MOST_HEADERS)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (verifier instanceof JwtBodyProfile) {
            kept.put(CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        return kept;
    }
}
