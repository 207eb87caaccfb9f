package dev.touchstone.testkit;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of the running stack, as a test reads and writes them. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, TopicReader> READERS = new ConcurrentHashMap<>();
    private static KafkaProducer<String, byte[]> producer;

    private Topics() {}

    /** Sends the event as another service would; returns once the broker has it. */
    public static void publish(String topic, Event event) {
        publish(EventCodec.encode(topic, event));
    }

    /** Sends any record, however broken. */
    public static synchronized void publish(ProducerRecord<String, byte[]> record) {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrapServers(), "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("cannot publish to " + record.topic(), failure);
        }
    }

    /** All readable events on the topic at this moment, in order within each partition. */
    public static List<Event> all(String topic) {
        return reader(topic).everything();
    }

    /**
     * Waits for an event that is there or comes.
     *
     * @throws AssertionError when it does not come within 20 seconds
     */
    public static Event await(String topic, Predicate<Event> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            Optional<Event> found = all(topic).stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            reader(topic).waitForMore();
        } while (System.nanoTime() < deadline);
        throw new AssertionError("no such event on " + topic + " within " + PATIENCE.toSeconds() + " s; there are "
                + all(topic).size());
    }

    static String bootstrapServers() {
        return System.getProperty(TouchstoneStack.KAFKA);
    }

    private static TopicReader reader(String topic) {
        return READERS.computeIfAbsent(topic, TopicReader::new);
    }
}
