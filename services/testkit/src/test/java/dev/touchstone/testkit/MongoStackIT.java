package dev.touchstone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MongoStackIT {
    @Test
    void theServiceGetsAServerThatSpeaksMongo() throws Exception {
        // Given
        var stack = new TouchstoneStack();
        stack.init(Map.of("stores", "mongo"));

        // When
        var config = stack.start();

        // Then
        var address = URI.create(config.get("quarkus.mongodb.connection-string"));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(config).doesNotContainKey("quarkus.datasource.jdbc.url");
        } finally {
            stack.stop();
        }
    }
}
