package dev.touchstone.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.local.demo.DemoPeople;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The realm that Keycloak imports says the same as the embedded provider. */
class RealmTest {
    private JsonNode realm;

    /** What both providers have to agree on about a person. */
    private record Account(String login, String name, String email, String tenant, Set<String> groups) {}

    @BeforeEach
    void readRealm() throws IOException {
        realm = new ObjectMapper()
                .readTree(
                        Compose.REPOSITORY.resolve("deploy/compose/realm.json").toFile());
    }

    @Test
    void knowsThePeopleOfTheDemonstration() {
        // When
        var imported = stream(realm.path("users")).map(RealmTest::account).toList();

        // Then
        var expected = DemoPeople.load().organisations().stream()
                .flatMap(organisation -> organisation.people().stream()
                        .map(person -> new Account(
                                person.login(),
                                person.name(),
                                person.email(),
                                organisation.tenant(),
                                new TreeSet<>(person.groups()))))
                .toList();
        assertThat(imported).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void putsTheClaimsOfTheServicesIntoItsTokens() {
        // Given
        var client = realm.path("clients").get(0);

        // When
        var claims = stream(client.path("protocolMappers"))
                .map(mapper -> mapper.path("config"))
                .filter(config -> config.has("claim.name"))
                .map(config -> config.path("claim.name").asText())
                .collect(Collectors.toSet());

        // Then
        assertThat(claims).contains("sub", "tenant", "groups", "email");
        assertThat(client.path("clientId").asText()).isEqualTo(DemoPeople.CLIENT);
        assertThat(client.path("publicClient").asBoolean()).isTrue();
    }

    @Test
    void hasThePasswordOfTheDemonstration() {
        // When
        var passwords = stream(realm.path("users"))
                .map(user -> user.path("credentials").get(0).path("value").asText())
                .collect(Collectors.toSet());

        // Then
        assertThat(passwords).isEqualTo(Set.of(DemoPeople.load().password()));
    }

    private static Account account(JsonNode user) {
        var roles =
                stream(user.path("realmRoles")).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
        return new Account(
                user.path("username").asText(),
                user.path("firstName").asText() + " " + user.path("lastName").asText(),
                user.path("email").asText(),
                user.path("attributes").path("tenant").get(0).asText(),
                roles);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
