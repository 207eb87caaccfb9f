package dev.touchstone.intake.adapter.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {

    private final Vertx vertx = Vertx.vertx();
    private final Egress guarded = new Egress(vertx, false, Optional.empty());
    private final Egress anywhere = new Egress(vertx, true, Optional.empty());
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            boolean redirect = exchange.getRequestURI().getPath().equals("/elsewhere");
            byte[] body = "x".repeat(1000).getBytes();
            exchange.getResponseHeaders().add("Location", "/");
            exchange.sendResponseHeaders(redirect ? 302 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        guarded.close();
        anywhere.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void contentUpToTheLimit() {
        assertThat(get(anywhere, at("/"), 1000)).hasSize(1000);
        assertThatThrownBy(() -> get(anywhere, at("/"), 999))
                .isInstanceOf(EgressFailed.class)
                .hasMessageContaining("999");
    }

    @Test
    void redirectIsNotFollowed() {
        assertThatThrownBy(() -> get(anywhere, at("/elsewhere"), 10_000))
                .isInstanceOf(EgressFailed.class)
                .hasMessage("answered 302");
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://localhost:%d/", "https://127.0.0.1:%d/", "https://[::1]:%d/", "https://2130706433:%d/"})
    void neighboursAreNotAsked(String address) {
        URI uri = URI.create(String.format(address, server.getAddress().getPort()));

        assertThatThrownBy(() -> get(guarded, uri, 10_000)).isInstanceOf(EgressFailed.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void plainHttpIsNotSpoken() {
        assertThatThrownBy(() -> get(guarded, URI.create("http://example.com/"), 10))
                .isInstanceOf(EgressFailed.class)
                .hasMessage("only https is allowed");
        assertThat(guarded.allows(URI.create("https://user@example.com/"))).isFalse();
        assertThat(anywhere.allows(URI.create("file:///etc/hosts"))).isFalse();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static byte[] get(Egress egress, URI address, int most) {
        return egress.get(address, most).await().indefinitely();
    }
}
