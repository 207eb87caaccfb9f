package dev.touchstone.chassis.deadletter;

import dev.touchstone.chassis.event.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * An event this service could not process, byte for byte as it came, with the reason.
 *
 * @param id {@code <topic>-<partition>-<offset>} of the original record
 * @param tenant organisation of the event; null where not even that could be read
 * @param type its {@code ce_type}; null where unreadable
 * @param code why, see {@link dev.touchstone.chassis.failure.FailureCode}
 * @param tries how often it was tried before it was put here
 */
public record DeadLetter(
        String id,
        String tenant,
        String eventId,
        String type,
        String subject,
        String topic,
        int partition,
        long offset,
        String code,
        String detail,
        int tries,
        Instant deadAt) {

    static final String PREFIX = "dead-letter-";
    static final String WITHOUT_VALUE = PREFIX + "without-value";

    static String id(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "-" + record.offset();
    }

    static DeadLetter of(ConsumerRecord<String, byte[]> stored) {
        Headers headers = stored.headers();
        return new DeadLetter(
                stored.key(),
                tenant(headers),
                EventCodec.optional(headers, "ce_id"),
                EventCodec.optional(headers, "ce_type"),
                EventCodec.optional(headers, "ce_subject"),
                EventCodec.optional(headers, PREFIX + "topic"),
                Integer.parseInt(EventCodec.optional(headers, PREFIX + "partition")),
                Long.parseLong(EventCodec.optional(headers, PREFIX + "offset")),
                EventCodec.optional(headers, PREFIX + "reason"),
                EventCodec.optional(headers, PREFIX + "detail"),
                Integer.parseInt(EventCodec.optional(headers, PREFIX + "tries")),
                Instant.ofEpochMilli(stored.timestamp()));
    }

    /** The record as it was before it was put among the dead letters. */
    static ConsumerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> stored) {
        RecordHeaders headers = new RecordHeaders();
        for (var header : stored.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        DeadLetter letter = of(stored);
        String key = EventCodec.optional(stored.headers(), PREFIX + "key");
        byte[] value = stored.headers().lastHeader(WITHOUT_VALUE) == null ? stored.value() : null;
        return new ConsumerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                stored.timestamp(),
                TimestampType.CREATE_TIME,
                key == null ? 0 : key.length(),
                value == null ? 0 : value.length,
                key,
                value,
                headers,
                java.util.Optional.empty());
    }

    /** The attribute, or else the part of the key before the colon: a broken event still belongs to somebody. */
    private static String tenant(Headers headers) {
        String attribute = EventCodec.optional(headers, EventCodec.TENANT);
        if (attribute != null) {
            return attribute;
        }
        String key = EventCodec.optional(headers, PREFIX + "key");
        int colon = key == null ? -1 : key.indexOf(':');
        return colon > 0 ? key.substring(0, colon) : null;
    }

    static byte[] utf8(Object value) {
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }
}
