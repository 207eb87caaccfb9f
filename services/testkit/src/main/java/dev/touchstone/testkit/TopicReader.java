package dev.touchstone.testkit;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventCodec;
import dev.touchstone.chassis.failure.PermanentFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads one topic from its beginning and remembers; one thread at a time. */
final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<Event> events = new ArrayList<>();

    TopicReader(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Topics.bootstrapServers(), "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads up to where the topic ends now. */
    synchronized List<Event> everything() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            remember();
        }
        return List.copyOf(events);
    }

    synchronized void waitForMore() {
        remember();
    }

    private void remember() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            try {
                events.add(EventCodec.decode(record));
            } catch (PermanentFailure unreadable) {
                // a test put it there on purpose
            }
        }
    }
}
