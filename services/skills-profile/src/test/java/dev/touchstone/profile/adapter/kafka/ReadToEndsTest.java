package dev.touchstone.profile.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.touchstone.profile.rebuild.Rebuild;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReadToEndsTest {

    private static final TopicPartition PEOPLE = new TopicPartition("touchstone.people", 0);

    private final MockConsumer<String, byte[]> broker = new MockConsumer<>("earliest");
    private final AtomicLong clock = new AtomicLong();
    private final ReadToEnds reading = new ReadToEnds(broker, clock::get);

    @Test
    void aBatchThatTakesLongIsNotTheBrokersSilence() {
        // Given
        topicsHolding(2);
        broker.schedulePollTask(() -> broker.addRecord(record(0)));
        broker.schedulePollTask(() -> {});
        broker.schedulePollTask(() -> broker.addRecord(record(1)));

        // When
        Rebuild.Progress progress = reading.run(this::applySlowly, reported -> {}, () -> true);

        // Then
        assertThat(progress).isEqualTo(new Rebuild.Progress(2, 2, 0));
    }

    @Test
    void givesUpOnABrokerThatSaysNothingForAMinute() {
        // Given
        topicsHolding(1);
        broker.schedulePollTask(() -> clock.addAndGet(Duration.ofSeconds(61).toNanos()));

        // When / Then
        assertThatIllegalStateException()
                .isThrownBy(() -> reading.run(this::applySlowly, reported -> {}, () -> true))
                .withMessageContaining("nothing to read");
    }

    private Rebuild.Progress applySlowly(ConsumerRecords<String, byte[]> batch, Rebuild.Progress before) {
        clock.addAndGet(Duration.ofMinutes(2).toNanos());
        return new Rebuild.Progress(before.total(), before.read() + batch.count(), 0);
    }

    private void topicsHolding(long records) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : TopicEnds.TOPICS) {
            TopicPartition partition = new TopicPartition(topic, 0);
            Node leader = new Node(0, "localhost", 9092);
            broker.updatePartitions(
                    topic, List.of(new PartitionInfo(topic, 0, leader, new Node[] {leader}, new Node[] {leader})));
            broker.updateBeginningOffsets(java.util.Map.of(partition, 0L));
            broker.updateEndOffsets(java.util.Map.of(partition, partition.equals(PEOPLE) ? records : 0L));
            partitions.add(partition);
        }
        assertThat(partitions).contains(PEOPLE);
    }

    private static ConsumerRecord<String, byte[]> record(long offset) {
        return new ConsumerRecord<>(PEOPLE.topic(), PEOPLE.partition(), offset, "key", new byte[0]);
    }
}
