package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the services have read. */
record Consumers(String bootstrapServers) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(500);

    /** Waits until the groups have read and committed everything that lies on the topics they read. */
    void awaitDrained(List<String> groups) {
        await().atMost(PATIENCE).pollInterval(POLL).untilAsserted(() -> {
            for (String group : groups) {
                Set<String> topics = committed(group).keySet().stream()
                        .map(TopicPartition::topic)
                        .collect(Collectors.toSet());
                assertThat(topics).as("topics that %s reads", group).isNotEmpty();
                assertThat(lag(group, topics)).as("lag of %s", group).isEmpty();
            }
        });
    }

    /** Waits until the group has read and committed everything on one topic. */
    void awaitDrained(String group, String topic) {
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .untilAsserted(() -> assertThat(lag(group, Set.of(topic)))
                        .as("lag of %s", group)
                        .isEmpty());
    }

    /** Records behind, by partition; a partition where nothing was ever committed is behind by all it holds. */
    private Map<String, Long> lag(String group, Set<String> topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
        Map<String, Long> lag = new TreeMap<>();
        ends(topics).forEach((partition, end) -> {
            OffsetAndMetadata read = committed.get(partition);
            long behind = end.offset() - (read == null ? 0 : read.offset());
            if (behind > 0) {
                lag.put(partition.toString(), behind);
            }
        });
        return lag;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group)
            throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(Set<String> topics)
            throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(info ->
                                    latest.put(new TopicPartition(name, info.partition()), OffsetSpec.latest())));
            return admin.listOffsets(latest).all().get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
