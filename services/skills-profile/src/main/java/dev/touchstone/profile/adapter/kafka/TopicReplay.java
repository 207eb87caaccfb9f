package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.event.EventCodec;
import dev.touchstone.profile.adapter.mongo.ProjectFacts;
import dev.touchstone.profile.rebuild.Rebuild;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the topics from their beginning to where they end now, into one generation. It belongs to no consumer group, so
 * the live consumers and their offsets know nothing of it. Blocking; not for an event loop.
 */
@ApplicationScoped
class TopicReplay {

    private static final Logger LOG = Logger.getLogger(TopicReplay.class);
    private static final Duration BATCH_LIMIT = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int BATCH = 2_000;
    private static final int AT_ONCE = 16;
    private static final int TRIES = 8;

    private final Map<String, Object> brokerConfig;
    private final ProjectFacts facts;

    TopicReplay(@Identifier("default-kafka-broker") Map<String, Object> brokerConfig, ProjectFacts facts) {
        this.brokerConfig = brokerConfig;
        this.facts = facts;
    }

    /**
     * Returns when everything that lay on the topics at the beginning is in the generation.
     *
     * @param report told after each batch
     * @param goOn asked before each batch
     * @throws IllegalStateException when the broker gives nothing for a minute, or {@code goOn} says no
     */
    Rebuild.Progress into(String generation, Consumer<Rebuild.Progress> report, BooleanSupplier goOn) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer())) {
            return new ReadToEnds(consumer, System::nanoTime)
                    .run((batch, progress) -> apply(generation, batch, progress), report, goOn);
        }
    }

    private Rebuild.Progress apply(String generation, ConsumerRecords<String, byte[]> batch, Rebuild.Progress before) {
        Map<String, Projected> byTarget = new LinkedHashMap<>();
        long skipped = 0;
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                read(record).ifPresent(news -> byTarget.merge(news.target(), news, Projected::and));
            } catch (RuntimeException unreadable) {
                skipped++;
                LOG.warnf(
                        "event=rebuild-skipped topic=%s partition=%d offset=%d reason=\"%s\"",
                        record.topic(), record.partition(), record.offset(), unreadable.getMessage());
            }
        }
        write(generation, byTarget.values()).await().atMost(BATCH_LIMIT);
        return new Rebuild.Progress(
                before.total(), Math.min(before.total(), before.read() + batch.count()), before.skipped() + skipped);
    }

    /** A tombstone on a compacted topic says nothing to this service. */
    private static Optional<Projected> read(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? Optional.empty() : Projected.from(EventCodec.decode(record));
    }

    private Uni<Void> write(String generation, Collection<Projected> news) {
        return Multi.createFrom()
                .iterable(news)
                .onItem()
                .transformToUni(one -> one.into(generation, facts)
                        .onFailure()
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .atMost(TRIES))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>(brokerConfig);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        return config;
    }
}
