package dev.touchstone.assessment.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.testkit.EventSamples;
import dev.touchstone.testkit.EventSamples.Sample;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample of every event that this service consumes is read, those of a newer producer included. */
class ContractSamplesTest {

    private static final Map<String, Function<Event, Object>> READERS = Map.of(
            "people/PersonChanged",
            event -> event.as(PersonChangedData.class).person(),
            "evidence/EvidenceSubmitted",
            event -> event.as(EvidenceSubmittedData.class).evidence(),
            "evidence/EvidenceRetracted",
            event -> event.as(EvidenceRetractedData.class),
            "credentials/CredentialIssued",
            event -> event.as(CredentialIssuedData.class).credential(),
            "credentials/CredentialRevoked",
            event -> event.as(CredentialRevokedData.class));

    static Stream<Arguments> validSamples() {
        return READERS.keySet().stream()
                .flatMap(event -> EventSamples.valid(event).stream().map(sample -> Arguments.of(event, sample)));
    }

    @ParameterizedTest
    @MethodSource("validSamples")
    void readsEverySample(String event, Sample sample) {
        assertThat(READERS.get(event).apply(event(sample.data().deepCopy()))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("validSamples")
    void doesNotMindWhatItDoesNotKnow(String event, Sample sample) {
        // Given
        ObjectNode grown = sample.data().deepCopy();
        grown.putObject("addedNextYear").put("by", "a newer producer");

        // When
        Object read = READERS.get(event).apply(event(grown));

        // Then
        assertThat(read).isEqualTo(READERS.get(event).apply(event(sample.data().deepCopy())));
    }

    @ParameterizedTest
    @MethodSource("validSamples")
    void refusesForGoodWhatLacksAnIdentifier(String event, Sample sample) {
        // Given
        ObjectNode nobodys = sample.data().deepCopy();
        nobodys.remove("personId");

        // When / Then
        assertThatThrownBy(() -> READERS.get(event).apply(event(nobodys)))
                .isInstanceOfSatisfying(
                        PermanentFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(FailureCode.SCHEMA_VIOLATION));
    }

    @Test
    void refusesForGoodAKindThatItDoesNotKnow() {
        // Given
        ObjectNode unheardOf =
                EventSamples.valid("evidence/EvidenceSubmitted").get(0).data().deepCopy();
        unheardOf.put("kind", "dream");

        // When / Then
        assertThatThrownBy(() -> READERS.get("evidence/EvidenceSubmitted").apply(event(unheardOf)))
                .isInstanceOf(PermanentFailure.class)
                .hasMessage("no such kind of evidence: dream");
    }

    private static Event event(ObjectNode data) {
        return new Event(
                Uuid7.next(),
                "any",
                "/services/test",
                "x",
                Instant.now(),
                "northwind",
                Uuid7.next(),
                null,
                null,
                "k",
                data);
    }
}
