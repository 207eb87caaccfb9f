package dev.touchstone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemaTest {

    private static final Set<String> BESIDE_A_REFERENCE = Set.of("$ref", "description");
    private static final Set<String> FORMATS = Set.of("uuid", "date-time");

    static Stream<EventContract> events() {
        return ContractFiles.events(ContractFiles.EVENTS).stream();
    }

    @Test
    void thereAreEvents() {
        assertThat(events()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isAValidSchema(EventContract event) {
        // When
        List<SchemaCheck.Violation> violations = SchemaCheck.ofSchemas().violations(event.schema());

        // Then
        assertThat(violations).isEmpty();
        assertThat(event.schema().path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    /** {@code AssessmentNotYetMet} is {@code dev.touchstone.assessment.not-yet-met.v1}: aggregate, then fact. */
    @ParameterizedTest
    @MethodSource("events")
    void isNamedAfterWhatHappened(EventContract event) {
        // Given
        JsonNode schema = event.schema();
        String words = event.name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);

        // When
        String expected = "dev.touchstone." + words.replaceFirst("-", ".") + ".v1";

        // Then
        assertThat(event.type()).isEqualTo(expected);
        assertThat(schema.path("$id").asText()).isEqualTo("urn:touchstone:event:" + expected);
        assertThat(schema.path("title").asText()).isEqualTo(event.name());
        assertThat(schema.path("description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("events")
    void describesEveryProperty(EventContract event) {
        // When
        Set<String> silent = new TreeSet<>();
        SchemaTree.schemas(event.schema())
                .map(schema -> schema.path("properties"))
                .forEach(properties -> SchemaTree.names(properties).stream()
                        .filter(name -> !isDescribed(properties.path(name)))
                        .forEach(silent::add));

        // Then
        assertThat(silent).as("properties without a description").isEmpty();
    }

    /** A misspelt keyword is no error to JSON Schema; it just never holds. The gate must understand them all. */
    @ParameterizedTest
    @MethodSource("events")
    void usesOnlyWhatTheCompatibilityGateUnderstands(EventContract event) {
        // When
        Stream<String> keywords =
                SchemaTree.schemas(event.schema()).flatMap(schema -> SchemaTree.names(schema).stream());
        Stream<String> formats = SchemaTree.schemas(event.schema())
                .filter(schema -> schema.has("format"))
                .map(schema -> schema.path("format").asText());

        Stream<JsonNode> references = SchemaTree.schemas(event.schema()).filter(schema -> schema.has("$ref"));

        // Then
        assertThat(keywords).allMatch(Keywords::isUnderstood);
        assertThat(references).allMatch(schema -> BESIDE_A_REFERENCE.containsAll(SchemaTree.names(schema)));
        assertThat(formats).isSubsetOf(FORMATS);
    }

    /** An event without a largest size is one that the broker refuses some day, and that holds up its key. */
    @ParameterizedTest
    @MethodSource("events")
    void limitsEveryTextAndList(EventContract event) {
        // When
        Stream<JsonNode> endless = SchemaTree.schemas(event.schema()).filter(schema -> switch (schema.path("type")
                .asText()) {
            case "string" -> Stream.of("maxLength", "enum", "format", "pattern").noneMatch(schema::has);
            case "array" -> !schema.has("maxItems");
            default -> false;
        });

        // Then
        assertThat(endless).isEmpty();
    }

    /** Readers must not be told that an object ends where it ends today. */
    @ParameterizedTest
    @MethodSource("events")
    void staysOpen(EventContract event) {
        assertThat(SchemaTree.schemas(event.schema())).noneMatch(schema -> schema.has("additionalProperties"));
    }

    private static boolean isDescribed(JsonNode property) {
        return property.hasNonNull("description") || property.has("$ref");
    }
}
