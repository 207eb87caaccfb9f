package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the services have read. */
record Consumers(String bootstrapServers) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Waits until the groups have read and committed everything that lies on the topics they read. */
    void awaitDrained(List<String> groups) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            for (String group : groups) {
                assertThat(lag(group)).as("lag of " + group).isEmpty();
            }
        });
    }

    /** Waits until the group has read and committed everything on one topic. */
    void awaitDrained(String group, String topic) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(lag(group))
                        .as("lag of " + group)
                        .allSatisfy((partition, lag) -> assertThat(partition).doesNotStartWith(topic + "-")));
    }

    private Map<String, Long> lag(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            assertThat(committed).as("offsets of " + group).isNotEmpty();
            var ends = admin.listOffsets(committed.keySet().stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            Map<String, Long> lag = new TreeMap<>();
            committed.forEach((partition, offset) -> {
                long behind = ends.get(partition).offset() - (offset == null ? 0 : offset.offset());
                if (behind > 0) {
                    lag.put(partition.toString(), behind);
                }
            });
            return lag;
        }
    }
}
