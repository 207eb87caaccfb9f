package dev.touchstone.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventSampleTest {

    private static final String UNKNOWN_FIELD = "unknown-field.json";

    static Stream<EventContract> events() {
        return ContractFiles.events(ContractFiles.EVENTS).stream();
    }

    static Stream<Arguments> validSamples() {
        return each(EventContract::validSamples);
    }

    static Stream<Arguments> invalidSamples() {
        return each(EventContract::invalidSamples);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("validSamples")
    void validSampleValidates(EventContract event, String name, Path sample) {
        assertThat(SchemaCheck.against(event.schema()).violations(ContractFiles.read(sample)))
                .isEmpty();
    }

    /** {@code invalid-<keyword>-<path>.json} breaks that rule at that place, and no other. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("invalidSamples")
    void invalidSampleBreaksTheRuleItIsNamedAfter(EventContract event, String name, Path sample) {
        // Given
        String[] rule = name.replaceFirst("\\.json$", "").split("-", 3);

        // When
        List<SchemaCheck.Violation> violations =
                SchemaCheck.against(event.schema()).violations(ContractFiles.read(sample));

        // Then
        assertThat(violations).containsExactly(new SchemaCheck.Violation(rule[1], rule[2]));
    }

    @ParameterizedTest
    @MethodSource("events")
    void hasTheSamplesThatConsumersAreFed(EventContract event) {
        // When
        List<String> names = event.validSamples().stream()
                .map(sample -> sample.getFileName().toString())
                .toList();

        // Then
        assertThat(names).contains("minimal.json", "full.json", UNKNOWN_FIELD).hasSizeGreaterThanOrEqualTo(4);
        assertThat(event.invalidSamples()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("events")
    void onlyTheUnknownFieldIsUnknown(EventContract event) {
        // Given
        SchemaCheck closed = SchemaCheck.againstClosed(event.schema());

        // When
        Set<String> withUnknown = new HashSet<>();
        event.validSamples().forEach(sample -> {
            if (!closed.violations(ContractFiles.read(sample)).isEmpty()) {
                withUnknown.add(sample.getFileName().toString());
            }
        });

        // Then
        assertThat(withUnknown).containsExactly(UNKNOWN_FIELD);
    }

    @ParameterizedTest
    @MethodSource("events")
    void minimalSampleHasNothingThatMayBeLeftOut(EventContract event) {
        // Given
        JsonNode minimal = ContractFiles.read(event.schemaFile().resolveSibling("samples/minimal.json"));

        // When
        Set<String> required = new HashSet<>();
        event.schema().path("required").forEach(property -> required.add(property.asText()));

        // Then
        assertThat(minimal.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(required);
    }

    /** What no sample shows, no consumer is tested with. */
    @ParameterizedTest
    @MethodSource("events")
    void samplesShowEveryProperty(EventContract event) {
        // When
        Set<String> shown = new HashSet<>();
        event.validSamples().forEach(sample -> collectNames(ContractFiles.read(sample), shown));
        Set<String> promised = new HashSet<>();
        SchemaTree.schemas(event.schema())
                .flatMap(schema -> SchemaTree.names(schema.path("properties")).stream())
                .forEach(promised::add);

        // Then
        assertThat(shown).containsAll(promised);
    }

    private static void collectNames(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> collectNames(child, names));
    }

    private static Stream<Arguments> each(Function<EventContract, List<Path>> samples) {
        return events().flatMap(event -> samples.apply(event).stream()
                .map(sample -> arguments(event, sample.getFileName().toString(), sample)));
    }
}
