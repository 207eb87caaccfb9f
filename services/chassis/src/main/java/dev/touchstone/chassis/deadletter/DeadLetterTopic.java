package dev.touchstone.chassis.deadletter;

import static dev.touchstone.chassis.deadletter.DeadLetter.PREFIX;
import static dev.touchstone.chassis.deadletter.DeadLetter.WITHOUT_VALUE;
import static dev.touchstone.chassis.deadletter.DeadLetter.utf8;

import dev.touchstone.chassis.event.KafkaProducers;
import dev.touchstone.chassis.failure.PermanentFailure;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The dead letters of one service, on the compacted topic {@code touchstone.<service>.dlq}. The key is the place of the
 * original record, so the same record is there once; a tombstone takes away what was replayed.
 */
@ApplicationScoped
public class DeadLetterTopic {

    private static final Duration READ_LIMIT = Duration.ofSeconds(20);
    private static final int MAX_DETAIL = 500;

    private final KafkaProducers producers;
    private final Map<String, Object> brokerConfig;
    private final String topic;

    DeadLetterTopic(
            KafkaProducers producers,
            @Identifier("default-kafka-broker") Map<String, Object> brokerConfig,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.producers = producers;
        this.brokerConfig = brokerConfig;
        this.topic = "touchstone." + service + ".dlq";
    }

    /** Keeps the record with its reason; completes when the broker has it, tries for as long as it takes. */
    public Uni<Void> put(ConsumerRecord<String, byte[]> record, PermanentFailure reason, int tries) {
        return send(letter(topic, record, reason, tries));
    }

    static ProducerRecord<String, byte[]> letter(
            String topic, ConsumerRecord<String, byte[]> record, PermanentFailure reason, int tries) {
        boolean empty = record.value() == null;
        // a letter without a value would be a tombstone, and compaction would take it away
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(topic, DeadLetter.id(record), empty ? new byte[0] : record.value());
        for (Header header : record.headers()) {
            letter.headers().add(header);
        }
        letter.headers().add(PREFIX + "topic", utf8(record.topic()));
        letter.headers().add(PREFIX + "partition", utf8(record.partition()));
        letter.headers().add(PREFIX + "offset", utf8(record.offset()));
        letter.headers().add(PREFIX + "reason", utf8(reason.code()));
        letter.headers().add(PREFIX + "detail", utf8(shorten(reason.getMessage())));
        letter.headers().add(PREFIX + "tries", utf8(tries));
        if (record.key() != null) {
            letter.headers().add(PREFIX + "key", utf8(record.key()));
        }
        if (empty) {
            letter.headers().add(WITHOUT_VALUE, utf8(true));
        }
        return letter;
    }

    /** Takes a letter away, after its event was processed. */
    Uni<Void> remove(String id) {
        return send(new ProducerRecord<>(topic, id, null));
    }

    /** All letters, oldest first, read from the broker; a null tenant reads every organisation's. */
    Uni<List<ConsumerRecord<String, byte[]>>> read(String tenant) {
        return Uni.createFrom()
                .item(() -> readBlocking().values().stream()
                        .filter(stored -> tenant == null
                                || tenant.equals(DeadLetter.of(stored).tenant()))
                        .toList())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Void> send(ProducerRecord<String, byte[]> letter) {
        return Uni.createFrom()
                .deferred(() -> producers.send(letter))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(30))
                .indefinitely()
                // max.block.ms can hold the caller when the broker is away; not on an event loop
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Map<String, ConsumerRecord<String, byte[]>> readBlocking() {
        Map<String, Object> config = new HashMap<>(brokerConfig);
        config.remove("group.id");
        config.put("enable.auto.commit", false);
        Map<String, ConsumerRecord<String, byte[]>> letters = new LinkedHashMap<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + READ_LIMIT.toNanos();
            while (System.nanoTime() < deadline
                    && partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
                for (ConsumerRecord<String, byte[]> stored : consumer.poll(Duration.ofMillis(200))) {
                    letters.remove(stored.key());
                    if (stored.value() != null) {
                        letters.put(stored.key(), stored);
                    }
                }
            }
        }
        return letters;
    }

    private static String shorten(String detail) {
        String text = String.valueOf(detail);
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL);
    }
}
