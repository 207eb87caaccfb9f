package dev.touchstone.chassis.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The one producer of a service: every in-sync replica acknowledges, the broker drops its own duplicates. Only the
 * outbox relay and the dead letters send; everything else goes through the outbox.
 */
@ApplicationScoped
public class KafkaProducers {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    // as the topics take it, see asyncapi.yaml; an event that is refused for its size would hold up its key for ever
    private static final int LARGEST_MESSAGE = 4 * 1024 * 1024;

    private final Map<String, Object> brokerConfig;
    private final MeterRegistry registry;
    private KafkaProducer<String, byte[]> producer;
    private KafkaClientMetrics metrics;

    public KafkaProducers(
            @Identifier("default-kafka-broker") Map<String, Object> brokerConfig, MeterRegistry registry) {
        this.brokerConfig = brokerConfig;
        this.registry = registry;
    }

    /** Completes when the broker has acknowledged the record. */
    public Uni<Void> send(ProducerRecord<String, byte[]> record) {
        return Uni.createFrom()
                .emitter(emitter -> producer().send(record, (metadata, failure) -> {
                    if (failure == null) {
                        emitter.complete(null);
                    } else {
                        emitter.fail(failure);
                    }
                }));
    }

    /** For the relay, which sends a batch and then waits for all of it. */
    public synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> config = new HashMap<>(brokerConfig);
            config.put(ProducerConfig.ACKS_CONFIG, "all");
            config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
            config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
            config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_MESSAGE);
            config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024);
            producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
            metrics = new KafkaClientMetrics(producer);
            metrics.bindTo(registry);
        }
        return producer;
    }

    synchronized void stop(@Observes ShutdownEvent shutdown) {
        if (producer != null) {
            metrics.close();
            producer.close(CLOSE_TIMEOUT);
        }
    }
}
