package dev.touchstone.chassis.postgres;

import dev.touchstone.chassis.event.Event;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;

/**
 * A fact to be told once the present transaction commits.
 *
 * @param topic stream of the aggregate
 * @param key what it must stay in order with, {@code tenant:person} wherever there is a person; at most 400 characters
 * @param type {@code dev.touchstone.<aggregate>.<fact>.v1}
 * @param subject the person or aggregate it is about
 * @param time when the fact happened
 * @param tenant organisation; the transaction's own
 * @param data a record; null fields are left out
 * @param cause the event that led to it; null when a request did
 * @param trace span that it belongs to, where that is not the work at hand; else null
 */
public record OutgoingEvent(
        String topic,
        String key,
        String type,
        String subject,
        Instant time,
        String tenant,
        Object data,
        Event cause,
        SpanContext trace) {

    public OutgoingEvent(
            String topic,
            String key,
            String type,
            String subject,
            Instant time,
            String tenant,
            Object data,
            Event cause) {
        this(topic, key, type, subject, time, tenant, data, cause, null);
    }

    /** The same within another trace than that of the work at hand, for work that is done for several at once. */
    public OutgoingEvent inTrace(SpanContext span) {
        return new OutgoingEvent(topic, key, type, subject, time, tenant, data, cause, span);
    }
}
