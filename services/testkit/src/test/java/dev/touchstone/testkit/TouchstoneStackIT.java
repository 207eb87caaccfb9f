package dev.touchstone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.chassis.event.Event;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TouchstoneStackIT {
    private static final TouchstoneStack STACK = new TouchstoneStack();
    private static Map<String, String> config;

    @BeforeAll
    static void start() {
        STACK.init(Map.of("stores", "postgres", "database", "intake"));
        config = STACK.start();
    }

    @AfterAll
    static void stop() {
        STACK.stop();
    }

    @Test
    void theServiceGetsARoleThatRowLevelSecurityBinds() throws Exception {
        // When
        try (var connection = DriverManager.getConnection(
                        config.get("quarkus.datasource.jdbc.url"),
                        config.get("quarkus.datasource.username"),
                        config.get("quarkus.datasource.password"));
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select current_user, rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            // Then
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("intake");
            assertThat(rows.getBoolean(2)).isFalse();
            assertThat(config.get("quarkus.datasource.reactive.url")).startsWith("postgresql://localhost:");
        }
    }

    @Test
    void tokensCarryTheOrganisationAndTheRoles() throws Exception {
        // When
        var token = Tokens.bearer("northwind", "maya.lindqvist", "employee", "assessor");

        // Then
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"sub\":\"maya.lindqvist\"", "\"tenant\":\"northwind\"", "employee", "assessor")
                .contains(config.get("quarkus.oidc.auth-server-url"));
        assertThat(get(config.get("quarkus.oidc.auth-server-url") + "/.well-known/openid-configuration"))
                .contains("jwks_uri");
    }

    @Test
    void readsWhatIsOnATopicAndSkipsWhatIsNoEvent() {
        // Given
        Topics.publish(new ProducerRecord<>("touchstone.evidence", "key", new byte[] {1}));

        // When
        var events = Topics.all("touchstone.evidence");

        // Then
        assertThat(events).extracting(Event::type).isEmpty();
    }

    private static String get(String uri) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(uri)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
