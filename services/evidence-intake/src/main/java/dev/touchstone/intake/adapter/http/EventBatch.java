package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.json.JsonItems;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.json.JsonValues.NotJson;
import dev.touchstone.intake.adapter.json.SoundValues;
import dev.touchstone.intake.adapter.postgres.IncomingDelivery;
import dev.touchstone.intake.cloudevents.BinaryMode;
import dev.touchstone.intake.cloudevents.CloudEvent;
import dev.touchstone.intake.cloudevents.CloudEventReader;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.DedupeKey;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the events of a request, each on its own. */
@ApplicationScoped
class EventBatch {

    private static final int MOST = 500;

    private final Payloads payloads;

    EventBatch(Payloads payloads) {
        this.payloads = payloads;
    }

    /**
     * One event.
     *
     * @param eventId null if it has none
     * @param delivery null if it is not valid
     */
    record Item(String eventId, String source, IncomingDelivery delivery, List<FieldError> errors) {}

    /** @throws ProblemException invalid, if the request as a whole cannot be read */
    List<Item> read(Connection connection, EventMode mode, Map<String, String> headers, byte[] body, Instant now) {
        return switch (mode) {
            case STRUCTURED -> List.of(item(connection, json(body), "", now));
            case BINARY -> List.of(binary(connection, headers, body, now));
            case BATCH -> batch(connection, body, now);
        };
    }

    private List<Item> batch(Connection connection, byte[] body, Instant now) {
        List<JsonItems.Item> events = items(body).orElseThrow(() -> invalid("A batch is an array of events."));
        if (events.size() > MOST) {
            throw invalid("A batch holds at most " + MOST + " events.");
        }
        List<Item> items = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            JsonItems.Item event = events.get(index);
            String pointer = "/" + index;
            items.add(
                    event.problem() == null
                            ? item(connection, event.value(), pointer, now)
                            : new Item(
                                    null,
                                    null,
                                    null,
                                    List.of(new FieldError(
                                            pointer, event.problem().getMessage()))));
        }
        return items;
    }

    private Item binary(Connection connection, Map<String, String> headers, byte[] body, Instant now) {
        String mediaType = EventMode.mediaType(headers);
        Object data = null;
        String base64 = null;
        if (body.length > 0 && (mediaType.isEmpty() || mediaType.endsWith("/json") || mediaType.endsWith("+json"))) {
            data = json(body);
        } else if (body.length > 0 && mediaType.startsWith("text/")) {
            data = text(body);
        } else if (body.length > 0) {
            base64 = Base64.getEncoder().encodeToString(body);
        }
        try {
            return item(connection, BinaryMode.attributes(headers, headers.get("content-type"), data, base64), "", now);
        } catch (InvalidDocument e) {
            return new Item(null, null, null, Problems.errors(e));
        }
    }

    private Item item(Connection connection, Object value, String pointer, Instant now) {
        List<Violation> unsound = SoundValues.violations(value, pointer);
        try {
            CloudEvent event = CloudEventReader.read(value, pointer);
            if (!unsound.isEmpty()) {
                throw new InvalidDocument(unsound);
            }
            byte[] body = JsonValues.write(event.attributes()).getBytes(StandardCharsets.UTF_8);
            IncomingDelivery delivery = payloads.read(
                    connection,
                    Uuid7.next(),
                    DedupeKey.ofCloudEvent(event.source(), event.id()),
                    Map.of(),
                    body,
                    event.attributes(),
                    null,
                    now);
            return new Item(event.id(), event.source(), delivery, List.of());
        } catch (InvalidDocument e) {
            return new Item(text(value, "id"), text(value, "source"), null, errors(unsound, e));
        }
    }

    private static List<FieldError> errors(List<Violation> unsound, InvalidDocument invalid) {
        return SoundValues.with(unsound, invalid.violations()).stream()
                .map(one -> new FieldError(one.pointer(), one.detail()))
                .toList();
    }

    private static Optional<List<JsonItems.Item>> items(byte[] body) {
        try {
            return JsonItems.read(body, MOST);
        } catch (NotJson e) {
            throw Problems.of(e);
        }
    }

    private static String text(Object event, String name) {
        return event instanceof Map<?, ?> map
                        && map.get(name) instanceof String text
                        && text.length() <= 1000
                        && SoundValues.violations(text, "").isEmpty()
                ? text
                : null;
    }

    private static Object json(byte[] body) {
        try {
            return JsonValues.syntax(body);
        } catch (NotJson e) {
            throw Problems.of(e);
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid(
                    "The body could not be read.", List.of(new FieldError("/data", "text must be in UTF-8")));
        }
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.invalid("The batch could not be read.", List.of(new FieldError("", detail)));
    }
}
