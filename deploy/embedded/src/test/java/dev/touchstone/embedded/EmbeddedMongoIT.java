package dev.touchstone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoIT {
    @TempDir
    private Path directory;

    @Test
    void keepsDocumentsBetweenStarts() {
        // Given
        try (var first = EmbeddedMongo.start(directory, 0)) {
            insert(first);
        }

        // When
        try (var second = EmbeddedMongo.start(directory, 0)) {
            // Then
            assertThat(count(second)).isEqualTo(1);
        }
    }

    @Test
    void forgetsWhatIsInMemory() {
        // Given
        try (var first = EmbeddedMongo.startInMemory(0)) {
            insert(first);
        }

        // When
        try (var second = EmbeddedMongo.startInMemory(0)) {
            // Then
            assertThat(count(second)).isZero();
        }
    }

    @Test
    void refusesADirectoryInUse() {
        // Given
        try (var first = EmbeddedMongo.start(directory, 0)) {
            // When
            var start = assertThatThrownBy(() -> EmbeddedMongo.start(directory, 0));

            // Then
            start.isInstanceOf(IllegalStateException.class).hasMessageContaining("is another process using it?");
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void namesATakenPort() throws Exception {
        // Given
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            var start = assertThatThrownBy(() -> EmbeddedMongo.start(directory, other.getLocalPort()));

            // Then
            start.isInstanceOf(PortTakenException.class).hasMessageContaining("MongoDB");
        }
    }

    private static void insert(EmbeddedMongo mongo) {
        try (var client = MongoClients.create(mongo.connectionString())) {
            client.getDatabase("profile").getCollection("people").insertOne(new Document("_id", "maya"));
        }
    }

    private static long count(EmbeddedMongo mongo) {
        try (var client = MongoClients.create(mongo.connectionString())) {
            return client.getDatabase("profile").getCollection("people").countDocuments();
        }
    }
}
