package dev.touchstone.intake.support;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes the keys of a sender, as its vendor would. */
public final class KeyServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile List<RSAKey> keys = List.of();

    public KeyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            byte[] body = new JWKSet(List.copyOf(keys)).toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(keys.isEmpty() ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public void publish(RSAKey... current) {
        keys = List.of(current);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
