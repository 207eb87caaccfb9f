package dev.touchstone.chassis.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final String TOPIC = "touchstone.assessment.dlq";

    @Test
    void givesBackTheRecordAsItCame() {
        // Given
        ConsumerRecord<String, byte[]> record = record("northwind:maya", "{".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", "dev.touchstone.person.changed.v1".getBytes(StandardCharsets.UTF_8));

        // When
        ConsumerRecord<String, byte[]> original = DeadLetter.original(stored(record));

        // Then
        assertThat(original.topic()).isEqualTo("touchstone.people");
        assertThat(original.partition()).isEqualTo(7);
        assertThat(original.offset()).isEqualTo(42);
        assertThat(original.key()).isEqualTo("northwind:maya");
        assertThat(original.value()).isEqualTo(record.value());
        assertThat(original.headers().toArray())
                .containsExactly(record.headers().toArray());
    }

    @Test
    void keepsARecordWithoutAValueFromCompaction() {
        // Given
        ConsumerRecord<String, byte[]> tombstone = record(null, null);

        // When
        ConsumerRecord<String, byte[]> letter = stored(tombstone);

        // Then
        assertThat(letter.value()).isNotNull();
        assertThat(DeadLetter.original(letter).value()).isNull();
        assertThat(DeadLetter.original(letter).key()).isNull();
    }

    @Test
    void saysWhyAndHowOften() {
        // When
        DeadLetter letter = DeadLetter.of(stored(record("northwind:maya", new byte[0])));

        // Then
        assertThat(letter.id()).isEqualTo("touchstone.people-7-42");
        assertThat(letter.tenant()).isEqualTo("northwind");
        assertThat(letter.code()).isEqualTo("UNREADABLE_EVENT");
        assertThat(letter.detail()).isEqualTo("the data is empty");
        assertThat(letter.tries()).isEqualTo(3);
    }

    private static ConsumerRecord<String, byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>("touchstone.people", 7, 42, key, value);
    }

    private static ConsumerRecord<String, byte[]> stored(ConsumerRecord<String, byte[]> record) {
        PermanentFailure reason = new PermanentFailure(FailureCode.UNREADABLE_EVENT, "the data is empty");
        ProducerRecord<String, byte[]> letter = DeadLetterTopic.letter(TOPIC, record, reason, 3);
        ConsumerRecord<String, byte[]> stored = new ConsumerRecord<>(TOPIC, 0, 0, letter.key(), letter.value());
        letter.headers().forEach(stored.headers()::add);
        return stored;
    }
}
