package dev.touchstone.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of the stack's OpenID provider. */
public final class Tokens {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, String> MADE = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token of anybody in any organisation, with these roles, valid for an hour. */
    public static String bearer(String tenant, String login, String... roles) {
        List<String> words = new ArrayList<>(List.of(tenant, login));
        words.addAll(List.of(roles));
        return MADE.computeIfAbsent(String.join("\n", words), Tokens::make);
    }

    private static String make(String words) {
        String counter = System.getProperty(TouchstoneStack.TOKENS);
        if (counter == null) {
            throw new IllegalStateException("the test stack is not running");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(counter))
                .POST(HttpRequest.BodyPublishers.ofString(words))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new IllegalStateException("no token from the test stack", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
