package dev.touchstone.embedded.openid;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What goes back over HTTP. */
record Answer(int status, String type, String body, String location) {
    static Answer json(int status, String body) {
        return new Answer(status, "application/json", body, null);
    }

    static Answer page(int status, String body) {
        return new Answer(status, "text/html; charset=utf-8", body, null);
    }

    static Answer redirect(String location) {
        return new Answer(302, "text/plain", "", location);
    }

    void send(HttpExchange exchange) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        if (location != null) {
            headers.set("Location", location);
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
