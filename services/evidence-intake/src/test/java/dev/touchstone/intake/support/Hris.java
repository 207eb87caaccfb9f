package dev.touchstone.intake.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.touchstone.intake.JsonText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An HR system that answers what it was told to, in that order, and the last of it for ever. */
public final class Hris implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = new HashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch held;

    public Hris() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "hris");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    /** What was asked. */
    public record Request(String method, String target, Map<String, String> headers, String body) {}

    private record Answer(int status, Map<String, String> headers, byte[] body) {}

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Single quotes stand for double ones. */
    public Hris answer(String path, int status, String body) {
        return answer(path, status, Map.of(), body);
    }

    public Hris answer(String path, int status, Map<String, String> headers, String body) {
        synchronized (answers) {
            answers.computeIfAbsent(path, unknown -> new ArrayDeque<>())
                    .add(new Answer(status, headers, JsonText.bytes(body)));
        }
        return this;
    }

    /** Answers wait until the result is counted down. */
    public CountDownLatch hold() {
        held = new CountDownLatch(1);
        return held;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Request> requests(String path) {
        return requests.stream()
                .filter(request -> request.target().split("\\?")[0].equals(path))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        await();
        Answer answer = next(exchange.getRequestURI().getRawPath());
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    private Answer next(String path) {
        synchronized (answers) {
            Queue<Answer> planned = answers.get(path);
            if (planned == null) {
                return new Answer(404, Map.of(), new byte[0]);
            }
            return planned.size() > 1 ? planned.remove() : planned.peek();
        }
    }

    private void await() {
        CountDownLatch latch = held;
        try {
            if (latch != null && !latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
