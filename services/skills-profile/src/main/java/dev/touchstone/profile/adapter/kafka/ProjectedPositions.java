package dev.touchstone.profile.adapter.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far the projection is behind its topics: what all replicas together have committed, beside what there is. */
@ApplicationScoped
public class ProjectedPositions {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Map<String, Object> brokerConfig;
    private final String group;
    private Admin admin;

    ProjectedPositions(
            @Identifier("default-kafka-broker") Map<String, Object> brokerConfig,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.brokerConfig = brokerConfig;
        this.group = group;
    }

    /**
     * @param projected events taken in and committed; commits follow the writes by about a second
     * @param end events there are, counted from where the topic began
     */
    public record Position(String topic, long projected, long end) {

        public long behind() {
            return Math.max(0, end - projected);
        }
    }

    /** One position per topic. Fails with a timeout while the broker is away. */
    public Uni<List<Position>> read() {
        return Uni.createFrom().item(this::readBlocking).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private List<Position> readBlocking() {
        try {
            Map<TopicPartition, Long> ends = ends();
            Map<TopicPartition, OffsetAndMetadata> committed = admin().listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return TopicEnds.TOPICS.stream()
                    .map(topic -> position(topic, ends, committed))
                    .toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaException(failure);
        }
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, TopicDescription> topics =
                admin().describeTopics(TopicEnds.TOPICS).allTopicNames().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        Map<TopicPartition, OffsetSpec> latest = topics.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin().listOffsets(latest).all().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Position position(
            String topic, Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
        long end = 0;
        long projected = 0;
        for (Map.Entry<TopicPartition, Long> partition : ends.entrySet()) {
            if (partition.getKey().topic().equals(topic)) {
                OffsetAndMetadata offset = committed.get(partition.getKey());
                end += partition.getValue();
                projected += offset == null ? 0 : offset.offset();
            }
        }
        return new Position(topic, projected, end);
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> config = new HashMap<>(brokerConfig);
            config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
            config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
            admin = Admin.create(config);
        }
        return admin;
    }

    synchronized void stop(@Observes ShutdownEvent shutdown) {
        if (admin != null) {
            admin.close(Duration.ofSeconds(2));
        }
    }
}
