package dev.touchstone.embedded.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.touchstone.embedded.PortTakenException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedOpenIdIT {
    private static final Person MAYA = new Person(
            "maya.lindqvist",
            "Maya Lindqvist",
            "maya@northwind.example",
            "northwind",
            Set.of("employee", "assessor"),
            "let-me-in");
    private static final Client SCRIPTS = Client.open("touchstone");
    private static final Client FEED = new Client("hr-feed", "feed-secret", "northwind", Set.of("integration-admin"));
    private static final Accounts ACCOUNTS = new Accounts(List.of(MAYA), List.of(SCRIPTS, FEED));
    private static final String REDIRECT = "http://localhost:7000/back";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void discoveryLeadsToTheKeysOfItsTokens() throws Exception {
        try (var provider = EmbeddedOpenId.start(0, ACCOUNTS)) {
            // Given
            var metadata = json(get(provider.issuer() + "/.well-known/openid-configuration"));

            // When
            var keys = JWKSet.parse(get((String) metadata.get("jwks_uri")).body());

            // Then
            var token = SignedJWT.parse(provider.token("contoso", "ada", Set.of("manager")));
            assertThat(metadata.get("issuer")).isEqualTo(provider.issuer());
            assertThat(token.verify(
                            new ECDSAVerifier(keys.getKeys().get(0).toECKey().toECPublicKey())))
                    .isTrue();
            assertThat(token.getJWTClaimsSet().getStringClaim("tenant")).isEqualTo("contoso");
        }
    }

    @Test
    void aScriptGetsATokenForAPersonWithTheirPassword() throws Exception {
        try (var provider = EmbeddedOpenId.start(0, ACCOUNTS)) {
            // When
            var answer = token(provider, password("let-me-in"));

            // Then
            var claims = claims(answer, "access_token");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(claims.getSubject()).isEqualTo("maya.lindqvist");
            assertThat(claims.getIssuer()).isEqualTo(provider.issuer());
            assertThat(claims.getStringClaim("tenant")).isEqualTo("northwind");
            assertThat(claims.getStringClaim("name")).isEqualTo("Maya Lindqvist");
            assertThat(claims.getStringClaim("email")).isEqualTo("maya@northwind.example");
            assertThat(claims.getStringListClaim("groups")).containsExactlyInAnyOrder("employee", "assessor");
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        try (var provider = EmbeddedOpenId.start(0, ACCOUNTS)) {
            // When
            var answer = token(provider, password("guess"));

            // Then
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("error")).isEqualTo("invalid_grant");
        }
    }

    @Test
    void aClientActsForItselfWithItsSecretOnly() throws Exception {
        try (var provider = EmbeddedOpenId.start(0, ACCOUNTS)) {
            // Given
            var form = Map.of("grant_type", "client_credentials", "client_id", "hr-feed");

            // When
            var right = token(provider, with(form, "client_secret", "feed-secret"));

            // Then
            var wrong = token(provider, with(form, "client_secret", "guess"));
            assertThat(claims(right, "access_token").getStringListClaim("groups"))
                    .containsExactly("integration-admin");
            assertThat(wrong.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aBrowserSignsInAndExchangesTheCodeOnce() throws Exception {
        try (var provider = EmbeddedOpenId.start(0, ACCOUNTS)) {
            // Given
            var verifier = new CodeVerifier();
            var query = query(verifier, REDIRECT);
            var page = get(provider.issuer() + "/authorize?" + query);
            var signedIn = post(
                    provider.issuer() + "/authorize",
                    Map.of("request", query, "login", "maya.lindqvist", "password", "let-me-in"));
            var back = URI.create(signedIn.headers().firstValue("Location").orElseThrow());
            var code = URLUtils.parseParameters(back.getRawQuery()).get("code").get(0);
            var form = Map.of(
                    "grant_type",
                    "authorization_code",
                    "client_id",
                    "touchstone",
                    "code",
                    code,
                    "redirect_uri",
                    REDIRECT,
                    "code_verifier",
                    verifier.getValue());

            // When
            var first = token(provider, form);

            // Then
            var second = token(provider, form);
            assertThat(page.body()).contains("Sign in to Touchstone");
            assertThat(back.getRawQuery()).contains("state=s1");
            assertThat(claims(first, "id_token").getStringClaim("nonce")).isEqualTo("n1");
            assertThat(claims(first, "id_token").getAudience()).containsExactly("touchstone");
            assertThat(claims(first, "access_token").getSubject()).isEqualTo("maya.lindqvist");
            assertThat(second.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aCodeIsWorthNothingWithoutItsVerifier() throws Exception {
        try (var provider = EmbeddedOpenId.start(0, ACCOUNTS)) {
            // Given
            var signedIn = post(
                    provider.issuer() + "/authorize",
                    Map.of(
                            "request",
                            query(new CodeVerifier(), REDIRECT),
                            "login",
                            "maya.lindqvist",
                            "password",
                            "let-me-in"));
            var back = URI.create(signedIn.headers().firstValue("Location").orElseThrow());

            // When
            var answer = token(
                    provider,
                    Map.of(
                            "grant_type",
                            "authorization_code",
                            "client_id",
                            "touchstone",
                            "code",
                            URLUtils.parseParameters(back.getRawQuery())
                                    .get("code")
                                    .get(0),
                            "redirect_uri",
                            REDIRECT,
                            "code_verifier",
                            new CodeVerifier().getValue()));

            // Then
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void neverSendsABrowserToAnotherMachine() throws Exception {
        try (var provider = EmbeddedOpenId.start(0, ACCOUNTS)) {
            // When
            var page = get(provider.issuer() + "/authorize?"
                    + query(new CodeVerifier(), "http://evil.example/?\"><script>alert(1)</script>"));

            // Then
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).doesNotContain("<script>");
        }
    }

    @Test
    void keepsItsKeyBetweenStarts() throws Exception {
        // Given
        String before;
        try (var first = EmbeddedOpenId.start(directory, 0, ACCOUNTS, Duration.ofHours(1))) {
            before = first.keys();
        }

        // When
        try (var second = EmbeddedOpenId.start(directory, 0, ACCOUNTS, Duration.ofHours(1))) {
            // Then
            assertThat(second.keys()).isEqualTo(before).doesNotContain("\"d\"");
        }
    }

    @Test
    void namesATakenPort() throws Exception {
        // Given
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            var start = assertThatThrownBy(() -> EmbeddedOpenId.start(other.getLocalPort(), ACCOUNTS));

            // Then
            start.isInstanceOf(PortTakenException.class).hasMessageContaining("OpenID");
        }
    }

    private static Map<String, String> password(String password) {
        return Map.of(
                "grant_type", "password",
                "client_id", "touchstone",
                "username", "maya.lindqvist",
                "password", password);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }

    private static String query(CodeVerifier verifier, String redirect) {
        return encode(Map.of(
                "response_type", "code",
                "scope", "openid",
                "client_id", "touchstone",
                "redirect_uri", redirect,
                "state", "s1",
                "nonce", "n1",
                "code_challenge_method", "S256",
                "code_challenge",
                        CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                                .getValue()));
    }

    private HttpResponse<String> token(EmbeddedOpenId provider, Map<String, String> form) throws Exception {
        return post(provider.issuer() + "/token", form);
    }

    private HttpResponse<String> get(String uri) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String uri, Map<String, String> form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JWTClaimsSet claims(HttpResponse<String> answer, String token) throws Exception {
        return SignedJWT.parse((String) json(answer).get(token)).getJWTClaimsSet();
    }

    private static Map<String, Object> json(HttpResponse<String> answer) throws Exception {
        return JSONObjectUtils.parse(answer.body());
    }
}
