package dev.touchstone.chassis.deadletter;

import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the dead letters of one service. Whether a letter is still there is known only at the end of the topic, so each
 * reading goes there; it keeps no more than it was asked for, and an end that it does not reach in time is a failure,
 * not a short answer.
 */
@ApplicationScoped
class DeadLetterReader {

    private static final Duration READ_LIMIT = Duration.ofSeconds(20);
    private static final int BROKER_TIMEOUT_MILLIS = 5_000;

    private final Map<String, Object> brokerConfig;
    private final String topic;

    DeadLetterReader(
            @Identifier("default-kafka-broker") Map<String, Object> brokerConfig,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.brokerConfig = brokerConfig;
        this.topic = DeadLetterTopic.name(service);
    }

    /** Oldest first; a null tenant reads every organisation's. */
    Uni<DeadLetterPage> page(String tenant, Place after, int most) {
        return reading(reader -> {
            DeadLetterPage.Builder page = new DeadLetterPage.Builder(tenant, most);
            for (TopicPartition partition : reader.partitions()) {
                if (partition.partition() < after.partition() || page.isFull()) {
                    continue;
                }
                long first = partition.partition() == after.partition() ? after.offset() + 1 : 0;
                reader.toTheEnd(partition, first, page::take);
                page.endOfPartition();
            }
            return page.build();
        });
    }

    /** The letter, with the record it holds; empty where there is none by that id. */
    Uni<Optional<ConsumerRecord<String, byte[]>>> find(String id) {
        return reading(reader -> {
            AtomicReference<ConsumerRecord<String, byte[]>> newest = new AtomicReference<>();
            for (TopicPartition partition : reader.partitions()) {
                reader.toTheEnd(partition, 0, stored -> {
                    if (id.equals(stored.key())) {
                        newest.set(stored.value() == null ? null : stored);
                    }
                });
            }
            return Optional.ofNullable(newest.get());
        });
    }

    private <T> Uni<T> reading(Function<Reading, T> work) {
        return Uni.createFrom()
                .item(() -> {
                    Map<String, Object> config = new HashMap<>(brokerConfig);
                    config.remove("group.id");
                    config.put("enable.auto.commit", false);
                    config.put("allow.auto.create.topics", false);
                    config.put("default.api.timeout.ms", BROKER_TIMEOUT_MILLIS);
                    config.put("request.timeout.ms", BROKER_TIMEOUT_MILLIS - 1_000);
                    try (KafkaConsumer<String, byte[]> consumer =
                            new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
                        return work.apply(new Reading(consumer, topic, System.nanoTime() + READ_LIMIT.toNanos()));
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private record Reading(KafkaConsumer<String, byte[]> consumer, String topic, long deadline) {

        List<TopicPartition> partitions() {
            return consumer.partitionsFor(topic).stream()
                    .map(PartitionInfo::partition)
                    .sorted()
                    .map(number -> new TopicPartition(topic, number))
                    .toList();
        }

        void toTheEnd(TopicPartition partition, long first, Consumer<ConsumerRecord<String, byte[]>> visitor) {
            List<TopicPartition> one = List.of(partition);
            consumer.assign(one);
            long end = consumer.endOffsets(one).get(partition);
            long beginning = consumer.beginningOffsets(one).get(partition);
            consumer.seek(partition, Math.max(first, beginning));
            while (consumer.position(partition) < end) {
                if (System.nanoTime() > deadline) {
                    throw ProblemException.unavailable(
                            "The dead letters could not be read to their end in time. Send the request again.");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(visitor);
            }
        }
    }
}
