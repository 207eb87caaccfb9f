package dev.touchstone.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Speaks to the services as any client would: HTTP and JSON, nothing else. */
public final class Http {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param body missing where the answer holds no JSON */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {

        /** @throws DemonstrationFailed when the status is another, with what the service said */
        public Answer expect(int... allowed) {
            for (int one : allowed) {
                if (status == one) {
                    return this;
                }
            }
            throw new DemonstrationFailed("answered " + status + ": " + body);
        }
    }

    public Answer get(String url, String authorization) {
        return send(request(url, authorization, Map.of()).GET().build());
    }

    public Answer post(String url, String authorization, Object body, Map<String, String> headers) {
        return send(request(url, authorization, headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
                .build());
    }

    public Answer post(String url, String authorization, Object body) {
        return post(url, authorization, body, Map.of());
    }

    public Answer put(String url, String authorization, Object body) {
        return send(request(url, authorization, Map.of())
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
                .build());
    }

    /** A body as it goes over the wire. */
    static byte[] bytes(Object body) {
        if (body instanceof byte[] ready) {
            return ready;
        }
        try {
            return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static HttpRequest.Builder request(String url, String authorization, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), json(response.body()), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemonstrationFailed("interrupted");
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
