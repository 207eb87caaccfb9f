package dev.touchstone.local.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs people in at the stack's OpenID provider and keeps their tokens while the demonstration lasts. */
public final class SignIn {

    private final Http http;
    private final String tokenEndpoint;
    private final String password;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public SignIn(Http http, Addresses addresses, String password) {
        this.http = http;
        this.tokenEndpoint = http.get(addresses.openId() + "/.well-known/openid-configuration", null)
                .expect(200)
                .body()
                .path("token_endpoint")
                .asText();
        this.password = password;
    }

    /** The value of an Authorization header. */
    public String as(String login) {
        return "Bearer " + token(login);
    }

    public String token(String login) {
        return tokens.computeIfAbsent(login, this::ask);
    }

    private String ask(String login) {
        String form = "grant_type=password&client_id=" + DemoPeople.CLIENT + "&username=" + encode(login) + "&password="
                + encode(password);
        return http.post(tokenEndpoint, null, form, Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .expect(200)
                .body()
                .path("access_token")
                .asText();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
