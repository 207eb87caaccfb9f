package dev.touchstone.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final UUID ID = UUID.fromString("0199a8a0-0000-7000-8000-000000000001");
    private static final UUID CORRELATION = UUID.fromString("0199a8a0-0000-7000-8000-000000000002");
    private static final UUID CAUSE = UUID.fromString("0199a8a0-0000-7000-8000-000000000003");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void readsBackWhatItWrote() {
        // Given
        Event event = event(TRACE);

        // When
        Event decoded = EventCodec.decode(received(EventCodec.encode("touchstone.evidence", event)));

        // Then
        assertThat(decoded).isEqualTo(event);
    }

    @Test
    void writesTheTraceContextForCloudEventsAndForTracers() {
        // When
        ProducerRecord<String, byte[]> record = EventCodec.encode("touchstone.evidence", event(TRACE));

        // Then
        assertThat(EventCodec.optional(record.headers(), "ce_traceparent")).isEqualTo(TRACE);
        assertThat(EventCodec.optional(record.headers(), "traceparent")).isEqualTo(TRACE);
        assertThat(EventCodec.optional(record.headers(), "content-type")).isEqualTo("application/json");
        assertThat(record.key()).isEqualTo("northwind:p1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time", "ce_tenantid"})
    void namesTheHeaderThatIsMissing(String header) {
        // Given
        ConsumerRecord<String, byte[]> record = received(EventCodec.encode("touchstone.evidence", event(null)));
        record.headers().remove(header);

        // When / Then
        assertThatThrownBy(() -> EventCodec.decode(record)).isInstanceOfSatisfying(PermanentFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(FailureCode.UNREADABLE_EVENT);
            assertThat(failure).hasMessageContaining(header);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "not json"})
    void refusesDataThatIsNotJson(String body) {
        // Given
        ProducerRecord<String, byte[]> sent = EventCodec.encode("touchstone.evidence", event(null));
        ConsumerRecord<String, byte[]> record = record(sent, body.getBytes(StandardCharsets.UTF_8));

        // When / Then
        assertThatThrownBy(() -> EventCodec.decode(record)).isInstanceOf(PermanentFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "NorthWind", "no", "north wind", "northwind\n", "-northwind"})
    void refusesWhatIsNotTheNameOfAnOrganisation(String tenant) {
        // Given
        ConsumerRecord<String, byte[]> record = received(EventCodec.encode("touchstone.evidence", event(null)));
        record.headers().remove("ce_tenantid").add("ce_tenantid", tenant.getBytes(StandardCharsets.UTF_8));

        // When / Then
        assertThatThrownBy(() -> EventCodec.decode(record))
                .isInstanceOfSatisfying(
                        PermanentFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(FailureCode.UNREADABLE_EVENT));
    }

    @Test
    void refusesATombstone() {
        // Given
        ConsumerRecord<String, byte[]> record = record(EventCodec.encode("touchstone.evidence", event(null)), null);

        // When / Then
        assertThatThrownBy(() -> EventCodec.decode(record)).isInstanceOf(PermanentFailure.class);
    }

    @Test
    void decodesTolerantlyAndRefusesTheWrongShape() {
        // Given
        record Shape(UUID personId, int version) {}
        Event fits = event(null, "{\"personId\":\"" + ID + "\",\"version\":3,\"new\":true}");
        Event wrong = event(null, "{\"personId\":\"not a uuid\"}");

        // When
        Shape shape = fits.as(Shape.class);

        // Then
        assertThat(shape).isEqualTo(new Shape(ID, 3));
        assertThatThrownBy(() -> wrong.as(Shape.class))
                .isInstanceOfSatisfying(
                        PermanentFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(FailureCode.SCHEMA_VIOLATION));
    }

    private static Event event(String traceparent) {
        return event(traceparent, "{\"personId\":\"p1\"}");
    }

    private static Event event(String traceparent, String data) {
        return new Event(
                ID,
                "dev.touchstone.evidence.submitted.v1",
                "/services/evidence-intake",
                "p1",
                Instant.parse("2026-11-23T10:00:00.123456Z"),
                "northwind",
                CORRELATION,
                CAUSE,
                traceparent,
                "northwind:p1",
                json(data));
    }

    private static JsonNode json(String text) {
        try {
            return Json.STRICT.readTree(text);
        } catch (java.io.IOException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return record(sent, sent.value());
    }

    private static ConsumerRecord<String, byte[]> record(ProducerRecord<String, byte[]> sent, byte[] value) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                7L,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                value,
                new RecordHeaders(sent.headers().toArray()),
                java.util.Optional.empty());
    }
}
