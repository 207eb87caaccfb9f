package dev.touchstone.profile.adapter.kafka;

import static dev.touchstone.profile.support.Organisation.tell;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.profile.support.Api;
import dev.touchstone.profile.support.Organisation;
import dev.touchstone.profile.support.ProfileIT;
import dev.touchstone.testkit.EventSamples;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The consumers take every sample of the contracts from the broker, and put aside what cannot be read. */
@ProfileIT
class ContractSamplesIT {

    private static final Map<String, String> EVENTS = Map.of(
            "people/PersonChanged", Projected.PERSON_CHANGED,
            "people/PersonMerged", Projected.PERSON_MERGED,
            "credentials/CredentialIssued", Projected.CREDENTIAL_ISSUED,
            "credentials/CredentialRevoked", Projected.CREDENTIAL_REVOKED,
            "achievements/AchievementPublished", Projected.ACHIEVEMENT_PUBLISHED,
            "achievements/AchievementRetired", Projected.ACHIEVEMENT_RETIRED);

    private final Organisation northwind = new Organisation("samples");
    private final String operator = northwind.token("operator", "integration-admin");
    private final String admin = northwind.token("admin", "issuer-admin");

    @Test
    void everySampleIsTakenInAndNoneBecomesADeadLetter() {
        // Given
        UUID last = UUID.randomUUID();

        // When
        EVENTS.forEach((event, type) ->
                EventSamples.valid(event).forEach(sample -> tell(event(type, "one-key-for-all", sample.data()))));
        tell(
                keyed(northwind.person(last, 1, "Last", "last", "yard")),
                keyed(northwind.issued(UUID.randomUUID(), last, "gdad:testing", 1)));

        // Then
        Api.await(
                admin,
                "/profile/v1/people/" + last,
                body -> body.getString("person.displayName") != null
                        && body.getList("holdings").size() == 1);
        JsonNode full = EventSamples.valid("credentials/CredentialIssued").stream()
                .filter(sample -> sample.name().equals("full.json"))
                .findFirst()
                .orElseThrow()
                .data();
        JsonPath passport = Api.get(
                        admin, "/profile/v1/people/" + full.get("personId").asText())
                .jsonPath();
        assertThat(passport.getList("credentials.credentialId"))
                .contains(full.get("credentialId").asText());
        assertThat(Api.get(operator, "/ops/v1/dead-letters").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void anEventWithoutItsPersonLiesWithTheDeadLettersAndTheNextOneIsTakenIn() {
        // Given
        UUID ada = UUID.randomUUID();
        Event whole = northwind.issued(UUID.randomUUID(), ada, "gdad:testing", 2);
        ObjectNode broken = whole.data().deepCopy();
        broken.remove("personId");

        // When
        tell(event(whole.type(), whole.key(), broken), whole);

        // Then
        Api.await(
                admin,
                "/profile/v1/people/" + ada,
                body -> body.getList("holdings").size() == 1);
        JsonPath letters = Api.await(
                operator, "/ops/v1/dead-letters", body -> body.getList("items").size() == 1);
        assertThat(letters.getString("items[0].code")).isEqualTo("SCHEMA_VIOLATION");
        assertThat(letters.getString("items[0].detail")).contains("personId");
    }

    @Test
    void freshnessTellsHowFarBehindTheTopicsItIs() {
        // Given
        tell(northwind.person(UUID.randomUUID(), 1, "Ada", "ada", "yard"));

        // When
        JsonPath freshness =
                Api.await(operator, "/profile/v1/freshness", body -> body.getInt("topics.behind.sum()") == 0);

        // Then
        assertThat(freshness.getList("topics.topic", String.class))
                .containsExactly("touchstone.people", "touchstone.achievements", "touchstone.credentials");
        assertThat(freshness.getInt("topics[0].projected")).isPositive();
    }

    private Event keyed(Event event) {
        return new Event(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                event.time(),
                event.tenant(),
                event.correlationId(),
                null,
                null,
                "one-key-for-all",
                event.data());
    }

    private Event event(String type, String key, JsonNode data) {
        UUID id = Uuid7.next();
        return new Event(id, type, "/test", "sample", Instant.now(), northwind.tenant(), id, null, null, key, data);
    }
}
