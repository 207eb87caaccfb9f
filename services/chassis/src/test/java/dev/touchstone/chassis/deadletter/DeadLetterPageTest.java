package dev.touchstone.chassis.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.problem.ProblemException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DeadLetterPageTest {

    @Test
    void showsTheOldestThatAreStillThere() {
        // Given
        DeadLetterPage.Builder page = new DeadLetterPage.Builder("northwind", 2);
        page.take(letter(0, "a", "northwind"));
        page.take(letter(1, "b", "northwind"));
        page.take(letter(2, "c", "contoso"));
        page.take(letter(3, "d", "northwind"));
        page.take(letter(4, "e", "northwind"));
        page.take(tombstone(5, "b"));

        // When
        page.endOfPartition();
        DeadLetterPage built = page.build();

        // Then
        assertThat(built.items()).extracting(DeadLetter::id).containsExactly("a", "d");
        assertThat(Place.of(built.next())).isEqualTo(new Place(0, 3));
    }

    @Test
    void hasNoNextWhereNothingIsLeft() {
        // Given
        DeadLetterPage.Builder page = new DeadLetterPage.Builder(null, 2);
        page.take(letter(0, "a", "northwind"));
        page.take(letter(1, "a", "northwind"));
        page.take(letter(2, "b", "contoso"));

        // When
        page.endOfPartition();
        DeadLetterPage built = page.build();

        // Then
        assertThat(built.items()).extracting(DeadLetter::id).containsExactly("a", "b");
        assertThat(built.next()).isNull();
    }

    @Test
    void goesOnBehindWhatItCouldNotKeep() {
        // Given
        DeadLetterPage.Builder page = new DeadLetterPage.Builder(null, 2);
        IntStream.range(0, 5000).forEach(offset -> page.take(letter(offset, "letter " + offset, "northwind")));
        IntStream.range(0, 1002).forEach(offset -> page.take(tombstone(5000 + offset, "letter " + offset)));

        // When
        page.endOfPartition();
        DeadLetterPage built = page.build();

        // Then
        assertThat(built.items()).isEmpty();
        assertThat(Place.of(built.next())).isEqualTo(new Place(0, 1001));
    }

    @Test
    void refusesACursorThatIsNotOurs() {
        // When
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> Place.of(Cursor.encode("somewhere")));

        // Then
        assertThat(refusal.errors()).extracting("pointer").containsExactly("cursor");
    }

    private static ConsumerRecord<String, byte[]> letter(long offset, String id, String tenant) {
        return record(offset, id, tenant, new byte[] {1});
    }

    private static ConsumerRecord<String, byte[]> tombstone(long offset, String id) {
        return record(offset, id, "northwind", null);
    }

    private static ConsumerRecord<String, byte[]> record(long offset, String id, String tenant, byte[] value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_tenantid", tenant.getBytes());
        headers.add("dead-letter-partition", "0".getBytes());
        headers.add("dead-letter-offset", "7".getBytes());
        headers.add("dead-letter-tries", "1".getBytes());
        return new ConsumerRecord<>(
                "dlq", 0, offset, 0L, TimestampType.CREATE_TIME, 0, 0, id, value, headers, Optional.empty());
    }
}
