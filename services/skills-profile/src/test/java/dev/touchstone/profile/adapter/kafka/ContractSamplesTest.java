package dev.touchstone.profile.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.testkit.EventSamples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of the contracts that this service consumes can be read, those with fields it does not know included. */
class ContractSamplesTest {

    private static final Map<String, String> EVENTS = Map.of(
            "people/PersonChanged", Projected.PERSON_CHANGED,
            "people/PersonMerged", Projected.PERSON_MERGED,
            "credentials/CredentialIssued", Projected.CREDENTIAL_ISSUED,
            "credentials/CredentialRevoked", Projected.CREDENTIAL_REVOKED,
            "achievements/AchievementPublished", Projected.ACHIEVEMENT_PUBLISHED,
            "achievements/AchievementRetired", Projected.ACHIEVEMENT_RETIRED);

    static Stream<Arguments> validSamples() {
        return EVENTS.entrySet().stream()
                .flatMap(event -> EventSamples.valid(event.getKey()).stream()
                        .map(sample -> Arguments.of(event.getKey(), sample)));
    }

    @ParameterizedTest
    @MethodSource("validSamples")
    void everyValidSampleBecomesAFact(String event, EventSamples.Sample sample) {
        // Given
        Event received = event(EVENTS.get(event), sample.data());

        // When
        Projected projected = Projected.from(received).orElseThrow();

        // Then
        assertThat(projected.target()).contains(" northwind:");
    }

    @ParameterizedTest
    @MethodSource("validSamples")
    void aFieldNobodyKnowsChangesNothing(String event, EventSamples.Sample sample) {
        // Given
        ObjectNode grown = sample.data().deepCopy();
        grown.putObject("addedNextYear").put("by", "a newer producer");

        // When
        Projected projected = Projected.from(event(EVENTS.get(event), grown)).orElseThrow();

        // Then
        Projected plain =
                Projected.from(event(EVENTS.get(event), sample.data())).orElseThrow();
        assertThat(fact(projected)).isEqualTo(fact(plain));
    }

    static Stream<Arguments> missingFields() {
        return Map.of(
                        "people/PersonChanged", List.of("personId", "version", "active", "displayName"),
                        "people/PersonMerged", List.of("personId", "mergedInto", "version"),
                        "credentials/CredentialIssued", List.of("credentialId", "personId", "skills", "validFrom"),
                        "credentials/CredentialRevoked", List.of("credentialId", "version", "personId"),
                        "achievements/AchievementPublished", List.of("achievementId", "version", "skills"),
                        "achievements/AchievementRetired", List.of("achievementId", "lastVersion"))
                .entrySet()
                .stream()
                .flatMap(event -> event.getValue().stream().map(field -> Arguments.of(event.getKey(), field)));
    }

    @ParameterizedTest
    @MethodSource("missingFields")
    void anEventWithoutWhatIsNeededIsRefusedForGood(String event, String field) {
        // Given
        ObjectNode lacking = EventSamples.valid(event).get(0).data().deepCopy();
        lacking.remove(field);

        // When
        PermanentFailure failure =
                catchThrowableOfType(PermanentFailure.class, () -> Projected.from(event(EVENTS.get(event), lacking)));

        // Then
        assertThat(failure.code()).isEqualTo(FailureCode.SCHEMA_VIOLATION);
    }

    /** Followed, it would lead round and round. */
    @Test
    void nobodyIsMergedIntoThemselves() {
        // Given
        ObjectNode circle =
                EventSamples.valid("people/PersonMerged").get(0).data().deepCopy();
        circle.set("mergedInto", circle.get("personId"));

        // When
        PermanentFailure failure = catchThrowableOfType(
                PermanentFailure.class, () -> Projected.from(event(Projected.PERSON_MERGED, circle)));

        // Then
        assertThat(failure.code()).isEqualTo(FailureCode.INVARIANT_VIOLATED);
    }

    @Test
    void anEventOfAnotherTypeIsOfNoUse() {
        // Given
        Event other = event("dev.touchstone.evidence.submitted.v1", JsonNodeFactory.instance.objectNode());

        // When
        boolean used = Projected.from(other).isPresent();

        // Then
        assertThat(used).isFalse();
    }

    private static Object fact(Projected projected) {
        return projected instanceof Projected.AboutPerson person
                ? person.news()
                : ((Projected.AboutAchievement) projected).news();
    }

    private static Event event(String type, JsonNode data) {
        UUID id = Uuid7.next();
        return new Event(
                id, type, "/test", "subject", Instant.EPOCH, "northwind", id, null, null, "northwind:key", data);
    }
}
