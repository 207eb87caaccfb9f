package dev.touchstone.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Hands out tokens on the loopback interface: tests may live in another class loader than the stack, so no object can be
 * shared between them.
 */
final class TokenCounter implements AutoCloseable {

    private final HttpServer server;

    private TokenCounter(HttpServer server) {
        this.server = server;
    }

    /** @param mint makes a token from tenant, login and roles */
    static TokenCounter open(Function<List<String>, String> mint) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> answer(exchange, mint));
            server.start();
            return new TokenCounter(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, Function<List<String>, String> mint) throws IOException {
        String words = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] token = mint.apply(List.of(words.split("\n"))).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, token.length);
        exchange.getResponseBody().write(token);
        exchange.close();
    }
}
