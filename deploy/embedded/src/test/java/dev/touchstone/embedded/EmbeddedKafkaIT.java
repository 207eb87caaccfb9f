package dev.touchstone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final Topic TOPIC = new Topic("touchstone.sample", 3, Map.of("cleanup.policy", "compact"));

    @TempDir
    private Path directory;

    @Test
    void keepsRecordsBetweenStartsOnAnotherPort() throws Exception {
        // Given
        try (var first = EmbeddedKafka.start(directory, 0, List.of(TOPIC))) {
            send(first.bootstrapServers(), TOPIC.name());
        }

        // When
        try (var second = EmbeddedKafka.start(directory, Ports.free(), List.of(TOPIC))) {
            // Then
            assertThat(read(second.bootstrapServers())).isEqualTo("value");
        }
    }

    @Test
    void createsTopicsAsTheCatalogueSaysAndNoOthers() throws Exception {
        try (var kafka = EmbeddedKafka.start(directory, 0, TopicCatalogue.load());
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            // When
            var people = admin.describeTopics(List.of("touchstone.people"))
                    .allTopicNames()
                    .get()
                    .get("touchstone.people");

            // Then
            assertThat(people.partitions()).hasSize(12);
            assertThatThrownBy(() -> send(kafka.bootstrapServers(), "touchstone.unheard-of"))
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void refusesAnotherNumberOfPartitions() {
        // Given
        EmbeddedKafka.start(directory, 0, List.of(TOPIC)).close();

        // When
        var start = assertThatThrownBy(
                () -> EmbeddedKafka.start(directory, 0, List.of(new Topic(TOPIC.name(), 6, Map.of()))));

        // Then
        start.isInstanceOf(IllegalStateException.class).hasMessageContaining("has 3 partitions, the catalogue says 6");
    }

    @Test
    void namesATakenPort() throws Exception {
        // Given
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            var start = assertThatThrownBy(() -> EmbeddedKafka.start(directory, other.getLocalPort(), List.of()));

            // Then
            start.isInstanceOf(PortTakenException.class)
                    .hasMessage("port " + other.getLocalPort()
                            + " is taken by another process; Kafka needs it or another one");
        }
    }

    private static void send(String bootstrapServers, String topic) throws Exception {
        var config = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "max.block.ms", "3000");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
    }

    private static String read(String bootstrapServers) {
        var config = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "group.id", "reader", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC.name()));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
