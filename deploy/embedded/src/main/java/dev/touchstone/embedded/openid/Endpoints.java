package dev.touchstone.embedded.openid;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.minidev.json.JSONObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider's addresses. */
final class Endpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);
    private static final int LONGEST_BODY = 64 * 1024;

    private final String issuer;
    private final Accounts accounts;
    private final TokenMint mint;

    Endpoints(String issuer, Accounts accounts, TokenMint mint) {
        this.issuer = issuer;
        this.accounts = accounts;
        this.mint = mint;
    }

    private interface Endpoint {
        Answer answer(HttpExchange exchange) throws Exception;
    }

    void mountOn(HttpServer server) {
        var codes = new AuthorizationCodes();
        var page = new SignInPage(accounts, codes);
        var tokens = new TokenEndpoint(accounts, codes, mint);
        var metadata = metadata().toJSONObject().toJSONString();
        var keys = new JWKSet(mint.publicKey()).toString();
        on(server, "/.well-known/openid-configuration", exchange -> Answer.json(200, metadata));
        on(server, "/jwks", exchange -> Answer.json(200, keys));
        on(server, "/token", exchange -> tokens.answer(request(exchange)));
        on(server, "/userinfo", this::userinfo);
        on(
                server,
                "/authorize",
                exchange -> exchange.getRequestMethod().equals("POST")
                        ? page.signIn(body(exchange))
                        : page.show(exchange.getRequestURI().getRawQuery()));
    }

    private Answer userinfo(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var token = header != null && header.startsWith("Bearer ") ? header.substring(7) : "";
        return mint.subject(token)
                .flatMap(accounts::person)
                .map(person -> Answer.json(200, describe(person)))
                .orElse(Answer.json(401, "{\"error\":\"invalid_token\"}"));
    }

    private static String describe(Person person) {
        var claims = new JSONObject();
        claims.put("sub", person.login());
        claims.put("name", person.name());
        claims.put("email", person.email());
        claims.put("tenant", person.tenant());
        claims.put("groups", List.copyOf(person.groups()));
        return claims.toJSONString();
    }

    private static void on(HttpServer server, String path, Endpoint endpoint) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer(exchange, endpoint).send(exchange);
            }
        });
    }

    private static Answer answer(HttpExchange exchange, Endpoint endpoint) {
        try {
            return endpoint.answer(exchange);
        } catch (Exception e) {
            LOG.warn(
                    "action=answer path={} failure={}", exchange.getRequestURI().getPath(), e.toString());
            return Answer.json(400, "{\"error\":\"invalid_request\"}");
        }
    }

    private static HTTPRequest request(HttpExchange exchange) throws Exception {
        var request = new HTTPRequest(
                HTTPRequest.Method.valueOf(exchange.getRequestMethod()),
                URI.create("http://localhost" + exchange.getRequestURI().getPath()));
        request.setEntityContentType(
                ContentType.parse(exchange.getRequestHeaders().getFirst("Content-Type")));
        request.setAuthorization(exchange.getRequestHeaders().getFirst("Authorization"));
        request.setBody(body(exchange));
        return request;
    }

    private static String body(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private OIDCProviderMetadata metadata() {
        var metadata = new OIDCProviderMetadata(new Issuer(issuer), List.of(SubjectType.PUBLIC), uri("/jwks"));
        metadata.setAuthorizationEndpointURI(uri("/authorize"));
        metadata.setTokenEndpointURI(uri("/token"));
        metadata.setUserInfoEndpointURI(uri("/userinfo"));
        metadata.setScopes(new Scope("openid", "profile", "email"));
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.PASSWORD, GrantType.CLIENT_CREDENTIALS));
        metadata.setTokenEndpointAuthMethods(List.of(
                ClientAuthenticationMethod.NONE,
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                ClientAuthenticationMethod.CLIENT_SECRET_POST));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setIDTokenJWSAlgs(List.of(SigningKey.ALGORITHM));
        metadata.setClaims(List.of("sub", "name", "email", "preferred_username", "tenant", "groups"));
        return metadata;
    }

    private URI uri(String path) {
        return URI.create(issuer + path);
    }
}
