package dev.touchstone.chassis.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.touchstone.chassis.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OrderedSendingTest {

    private static final String TOPIC = "touchstone.people";

    private final Broker broker = new Broker();

    @Test
    void sendsEverythingInTheOrderOfEachKey() throws Exception {
        // Given
        List<OutboxRow> rows = List.of(row(1, "a"), row(2, "b"), row(3, "a"), row(4, "a"), row(5, "b"));

        // When
        List<OutboxRow> sent = new OrderedSending(broker).send(rows);

        // Then
        assertThat(sent).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(broker.taken("a")).containsExactly(1L, 3L, 4L);
        assertThat(broker.taken("b")).containsExactly(2L, 5L);
    }

    @Test
    void handsOverNoRowBehindOneThatTheBrokerRefused() throws Exception {
        // Given
        broker.refuseLater(1, new RecordTooLargeException());

        // When
        List<OutboxRow> sent = new OrderedSending(broker).send(List.of(row(1, "a"), row(2, "b"), row(3, "a")));

        // Then
        assertThat(sent).extracting(OutboxRow::seq).containsExactly(2L);
        assertThat(broker.handedOver).containsExactly(1L, 2L);
    }

    @Test
    void goesOnWithOtherKeysWhenARowIsRefusedAtOnce() throws Exception {
        // Given
        broker.refuseAtOnce(1, new RecordTooLargeException());

        // When
        List<OutboxRow> sent = new OrderedSending(broker).send(List.of(row(1, "a"), row(2, "b"), row(3, "a")));

        // Then
        assertThat(sent).extracting(OutboxRow::seq).containsExactly(2L);
        assertThat(broker.taken("a")).isEmpty();
    }

    @Test
    void stopsAtTheFirstRowThatFindsTheBrokerAway() throws Exception {
        // Given
        broker.refuseAtOnce(2, new TimeoutException());

        // When
        List<OutboxRow> sent = new OrderedSending(broker)
                .send(List.of(row(1, "a"), row(2, "b"), row(3, "c"), row(4, "d"), row(5, "a")));

        // Then
        assertThat(sent).extracting(OutboxRow::seq).containsExactly(1L);
        assertThat(broker.handedOver).containsExactly(1L, 2L);
    }

    @Test
    void asksOnceForATopicThatCannotBeReached() throws Exception {
        // Given
        broker.unreachable.add(TOPIC);

        // When
        List<OutboxRow> sent = new OrderedSending(broker).send(List.of(row(1, "a"), row(2, "b"), row(3, "c")));

        // Then
        assertThat(sent).isEmpty();
        assertThat(broker.handedOver).isEmpty();
        assertThat(broker.asked).isEqualTo(1);
    }

    @Property
    void whateverFailsTheBrokerHasTheFirstRowsOfEachKeyWithoutAGap(
            @ForAll @Size(max = 40) List<@IntRange(max = 4) Integer> keys,
            @ForAll @Size(max = 6) Set<@IntRange(min = 1, max = 40) Integer> refused)
            throws Exception {
        // Given
        Broker unsteady = new Broker();
        refused.forEach(seq ->
                unsteady.refuseLater(seq, seq % 2 == 0 ? new TimeoutException() : new RecordTooLargeException()));
        List<OutboxRow> rows = IntStream.range(0, keys.size())
                .mapToObj(i -> row(i + 1, "key" + keys.get(i)))
                .toList();

        // When
        List<OutboxRow> sent = new OrderedSending(unsteady).send(rows);

        // Then
        for (int key = 0; key <= 4; key++) {
            String name = "key" + key;
            List<Long> asked = seqs(rows, name);
            assertThat(asked.subList(0, unsteady.taken(name).size())).isEqualTo(unsteady.taken(name));
            assertThat(seqs(sent, name)).isEqualTo(unsteady.taken(name));
        }
    }

    private static List<Long> seqs(List<OutboxRow> rows, String key) {
        return rows.stream()
                .filter(row -> row.event().key().equals(key))
                .map(OutboxRow::seq)
                .toList();
    }

    private static OutboxRow row(long seq, String key) {
        Event event = new Event(
                new UUID(0, seq),
                "test.row",
                "test",
                key,
                Instant.EPOCH,
                "northwind",
                new UUID(0, seq),
                null,
                null,
                key,
                JsonNodeFactory.instance.objectNode());
        return new OutboxRow(seq, TOPIC, Instant.EPOCH, event);
    }

    /** Takes what it gets, at the time somebody waits for it; fails where told to. */
    private static final class Broker extends MockProducer<String, byte[]> {

        private final Map<Long, Exception> later = new HashMap<>();
        private final Map<Long, Exception> atOnce = new HashMap<>();
        private final List<Long> handedOver = new ArrayList<>();
        private final Map<String, List<Long>> taken = new HashMap<>();
        private final Set<String> unreachable = new HashSet<>();
        private int asked;

        void refuseLater(long seq, Exception reason) {
            later.put(seq, reason);
        }

        void refuseAtOnce(long seq, Exception reason) {
            atOnce.put(seq, reason);
        }

        List<Long> taken(String key) {
            return taken.getOrDefault(key, List.of());
        }

        @Override
        public List<PartitionInfo> partitionsFor(String topic) {
            asked++;
            if (unreachable.contains(topic)) {
                throw new TimeoutException();
            }
            return List.of(new PartitionInfo(topic, 0, null, null, null));
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            String id = new String(record.headers().lastHeader("ce_id").value());
            long seq = UUID.fromString(id).getLeastSignificantBits();
            handedOver.add(seq);
            if (atOnce.containsKey(seq)) {
                return CompletableFuture.failedFuture(atOnce.get(seq));
            }
            return new CompletableFuture<>() {
                @Override
                public RecordMetadata get() throws ExecutionException {
                    if (later.containsKey(seq)) {
                        throw new ExecutionException(later.get(seq));
                    }
                    taken.computeIfAbsent(record.key(), key -> new ArrayList<>())
                            .add(seq);
                    return null;
                }
            };
        }
    }
}
