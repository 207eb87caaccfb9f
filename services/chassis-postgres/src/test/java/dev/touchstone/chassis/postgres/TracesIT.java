package dev.touchstone.chassis.postgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.testkit.Tokens;
import dev.touchstone.testkit.Topics;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The same build, told of a collector when it starts. */
@ChassisIT
@TestProfile(TracesIT.WithCollector.class)
class TracesIT {

    private static final String RECEIVED = "touchstone.test.traces";

    /** A collector that counts what it gets; by a property, as profile and test may live in other class loaders. */
    public static class WithCollector implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.exporter.otlp.endpoint",
                    "http://localhost:" + collector(),
                    "quarkus.otel.exporter.otlp.protocol",
                    "http/protobuf",
                    "quarkus.otel.bsp.schedule.delay",
                    "100ms");
        }

        private static int collector() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
                AtomicInteger received = new AtomicInteger();
                server.createContext("/v1/traces", exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    System.setProperty(RECEIVED, Integer.toString(received.incrementAndGet()));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
                server.start();
                return server.getAddress().getPort();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Test
    void sendsTracesToTheCollectorItIsGiven() {
        // Given
        String traceId = UUID.randomUUID().toString().replace("-", "");

        // When
        String id = given().auth()
                .oauth2(Tokens.bearer("northwind", "maya", "employee"))
                .header("Idempotency-Key", traceId)
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .contentType("application/json")
                .body(Map.of("text", "traced"))
                .post("/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        Event event = Topics.await("touchstone.people", found -> found.subject().equals(id));
        assertThat(event.traceparent()).contains(traceId);
        await().untilAsserted(() -> assertThat(Integer.getInteger(RECEIVED, 0)).isPositive());
    }
}
