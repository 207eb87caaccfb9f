package dev.touchstone.chassis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.tenant.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents in Kafka's binary mode (CloudEvents Kafka binding 1.0, section 3.2): attributes as {@code ce_} headers,
 * the body is the data alone. The trace context travels twice: as the CloudEvents extension and as the plain header
 * that tracing libraries read.
 */
public final class EventCodec {

    public static final String TENANT = "ce_tenantid";
    private static final String TRACEPARENT = "traceparent";
    private static final String JSON = "application/json";

    private EventCodec() {}

    public static ProducerRecord<String, byte[]> encode(String topic, Event event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, event.key(), body(event.data()));
        Headers headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.id().toString());
        put(headers, "ce_type", event.type());
        put(headers, "ce_source", event.source());
        put(headers, "ce_subject", event.subject());
        put(headers, "ce_time", event.time().toString());
        put(headers, TENANT, event.tenant());
        put(headers, "ce_correlationid", event.correlationId().toString());
        if (event.causationId() != null) {
            put(headers, "ce_causationid", event.causationId().toString());
        }
        if (event.traceparent() != null) {
            put(headers, "ce_traceparent", event.traceparent());
            put(headers, TRACEPARENT, event.traceparent());
        }
        put(headers, "ce_datacontenttype", JSON);
        put(headers, "content-type", JSON);
        return record;
    }

    /** @throws PermanentFailure with {@link FailureCode#UNREADABLE_EVENT} */
    public static Event decode(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        if (!"1.0".equals(required(headers, "ce_specversion"))) {
            throw unreadable("ce_specversion is not 1.0", null);
        }
        UUID id = uuid(headers, "ce_id", null);
        return new Event(
                id,
                required(headers, "ce_type"),
                required(headers, "ce_source"),
                optional(headers, "ce_subject"),
                time(required(headers, "ce_time")),
                tenant(headers),
                uuid(headers, "ce_correlationid", id),
                headers.lastHeader("ce_causationid") == null ? null : uuid(headers, "ce_causationid", null),
                optional(headers, "ce_traceparent"),
                record.key(),
                data(record.value()));
    }

    /** The value of a header, or null. */
    public static String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null || value.isBlank()) {
            throw unreadable("header " + name + " is missing", null);
        }
        return value;
    }

    private static String tenant(Headers headers) {
        String name = required(headers, TENANT);
        if (!Tenant.isName(name)) {
            throw unreadable("header " + TENANT + " is not the name of an organisation", null);
        }
        return name;
    }

    private static UUID uuid(Headers headers, String name, UUID fallback) {
        if (fallback != null && headers.lastHeader(name) == null) {
            return fallback;
        }
        try {
            return UUID.fromString(required(headers, name));
        } catch (IllegalArgumentException notAUuid) {
            throw unreadable("header " + name + " is not a UUID", notAUuid);
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            throw unreadable("header ce_time is not an RFC 3339 time", notATime);
        }
    }

    private static JsonNode data(byte[] value) {
        if (value == null) {
            throw unreadable("the event has no data", null);
        }
        try {
            JsonNode data = Json.STRICT.readTree(value);
            if (data.isMissingNode()) {
                throw unreadable("the data is empty", null);
            }
            return data;
        } catch (IOException notJson) {
            throw unreadable("the data is not JSON", notJson);
        }
    }

    private static byte[] body(JsonNode data) {
        try {
            return Json.TOLERANT.writeValueAsBytes(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void put(Headers headers, String name, String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static PermanentFailure unreadable(String detail, Throwable cause) {
        return new PermanentFailure(FailureCode.UNREADABLE_EVENT, detail, cause);
    }
}
