package dev.touchstone.profile.adapter.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** From where to where a replay reads: everything that lay on the topics at one moment. */
record TopicEnds(List<TopicPartition> partitions, Map<TopicPartition, Long> ends, long total) {

    /** Topics the projection is made from. */
    static final List<String> TOPICS =
            List.of("touchstone.people", "touchstone.achievements", "touchstone.credentials");

    /** Assigns the consumer every partition, from its first record. */
    static TopicEnds of(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic ->
                        consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        long total = partitions.stream()
                .mapToLong(partition -> ends.get(partition) - beginnings.get(partition))
                .sum();
        return new TopicEnds(partitions, ends, total);
    }

    boolean reachedBy(Consumer<String, byte[]> consumer) {
        return partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
    }
}
