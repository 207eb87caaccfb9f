package dev.touchstone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compatibility gate: what was released keeps working. A breaking change is a new version beside the old one. */
class ReleasedEventsTest {

    static Stream<EventContract> released() {
        return ContractFiles.events(ContractFiles.RELEASED).stream();
    }

    @Test
    void somethingWasReleased() {
        assertThat(released()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("released")
    void currentSchemaIsCompatible(EventContract event) {
        // Given
        EventContract current = current(event);

        // When
        List<Break> breaks = Compatibility.between(event.schema(), current.schema());

        // Then
        assertThat(breaks).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("released")
    void releasedSamplesValidateToday(EventContract event) {
        // Given
        SchemaCheck today = SchemaCheck.against(current(event).schema());

        // When
        List<Path> rejected = event.validSamples().stream()
                .filter(sample -> !today.violations(ContractFiles.read(sample)).isEmpty())
                .toList();

        // Then
        assertThat(event.validSamples()).isNotEmpty();
        assertThat(rejected).isEmpty();
    }

    @Test
    void releasedCopiesAreNotShipped() {
        assertThat(getClass().getResource("/events/people/PersonChanged/v1.schema.json"))
                .isNotNull();
        assertThat(getClass().getResource("/released")).isNull();
    }

    private static EventContract current(EventContract released) {
        Path file = ContractFiles.EVENTS.resolve(ContractFiles.RELEASED.relativize(released.schemaFile()));
        assertThat(file).as("the event was released, so its schema stays").isRegularFile();
        return EventContract.at(file);
    }
}
