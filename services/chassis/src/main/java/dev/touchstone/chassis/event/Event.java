package dev.touchstone.chassis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.json.Json;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact as it travels between services: a CloudEvent (specification 1.0) with the extension attributes of this product.
 *
 * @param id identifies the event for ever; a redelivery carries the same
 * @param type {@code dev.touchstone.<aggregate>.<fact>.v1}
 * @param source the service that published it
 * @param subject the person or aggregate it is about
 * @param time when the fact happened
 * @param tenant organisation it belongs to
 * @param correlationId shared by all events that follow from one cause, across services
 * @param causationId the event that led to this one; null at the start of a chain
 * @param traceparent W3C trace context; null where there is none
 * @param key Kafka key: events with one key are in order
 * @param data the fact; its schema is in {@code contracts/events}
 */
public record Event(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        String tenant,
        UUID correlationId,
        UUID causationId,
        String traceparent,
        String key,
        JsonNode data) {

    /**
     * The data as this consumer understands it; fields it does not know are ignored.
     *
     * @throws PermanentFailure with {@link FailureCode#SCHEMA_VIOLATION} when the data does not fit
     */
    public <T> T as(Class<T> shape) {
        try {
            return Json.TOLERANT.treeToValue(data, shape);
        } catch (JsonProcessingException | IllegalArgumentException mismatch) {
            throw new PermanentFailure(
                    FailureCode.SCHEMA_VIOLATION, "the data does not have the shape of " + type, mismatch);
        }
    }
}
