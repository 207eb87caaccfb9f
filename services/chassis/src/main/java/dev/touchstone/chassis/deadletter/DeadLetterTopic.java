package dev.touchstone.chassis.deadletter;

import static dev.touchstone.chassis.deadletter.DeadLetter.PREFIX;
import static dev.touchstone.chassis.deadletter.DeadLetter.WITHOUT_VALUE;
import static dev.touchstone.chassis.deadletter.DeadLetter.utf8;

import dev.touchstone.chassis.event.KafkaProducers;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The dead letters of one service, on the compacted topic {@code touchstone.<service>.dlq}. The key is the place of the
 * original record, so the same record is there once; a tombstone takes away what was replayed.
 */
@ApplicationScoped
public class DeadLetterTopic {

    private static final Duration REMOVE_LIMIT = Duration.ofSeconds(10);
    private static final int MAX_DETAIL = 500;

    private final KafkaProducers producers;
    private final String topic;

    DeadLetterTopic(KafkaProducers producers, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.producers = producers;
        this.topic = name(service);
    }

    static String name(String service) {
        return "touchstone." + service + ".dlq";
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

    /**
     * Takes a letter away, after its event was processed. Tried once and not for long: somebody waits for the answer.
     *
     * @throws ProblemException unavailable, when the broker does not take it
     */
    Uni<Void> remove(String id) {
        return Uni.createFrom()
                .deferred(() -> producers.send(new ProducerRecord<>(topic, id, null)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(REMOVE_LIMIT)
                .fail()
                .onFailure()
                .transform(away -> ProblemException.unavailable(
                        "The event was processed, but the broker did not let its letter be taken away. "
                                + "Replaying it once more is harmless."));
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

    private static String shorten(String detail) {
        String text = String.valueOf(detail);
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL);
    }
}
