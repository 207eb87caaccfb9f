package dev.touchstone.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.contracts.Break.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate itself: it must catch each kind of break, where it is, and nothing else. */
class CompatibilityTest {

    private static final String RELEASED = """
            {
              "$id": "urn:touchstone:event:dev.touchstone.coffee.brewed.v1",
              "x-cloudevents-type": "dev.touchstone.coffee.brewed.v1",
              "description": "A cup was brewed",
              "type": "object",
              "required": ["cupId", "strength"],
              "properties": {
                "cupId": {"type": "string", "format": "uuid"},
                "strength": {"type": "integer", "minimum": 1, "maximum": 9},
                "roast": {"type": "string", "enum": ["light", "dark"]},
                "label": {"type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[a-z]+$"},
                "note": {"type": "string"},
                "beans": {
                  "type": "array",
                  "maxItems": 5,
                  "items": {"type": "object", "required": ["origin"], "properties": {"origin": {"type": "string"}}}
                },
                "recipe": {"$ref": "#/$defs/step"}
              },
              "$defs": {
                "step": {
                  "type": "object",
                  "properties": {
                    "grams": {"type": "number", "minimum": 0},
                    "then": {"type": "array", "items": {"$ref": "#/$defs/step"}}
                  }
                }
              }
            }
            """;

    static Stream<Arguments> breaks() {
        String label = "/properties/label";
        String origin = "/properties/beans/items/properties/origin";
        return Stream.of(
                breaking("brewed.v1\",\n  \"x", "brewed.v2\",\n  \"x", Kind.IDENTITY_CHANGED, ""),
                breaking(
                        "type\": \"dev.touchstone.coffee.brewed.v1",
                        "type\": \"dev.touchstone.coffee.spilt.v1",
                        Kind.IDENTITY_CHANGED,
                        ""),
                breaking("\"note\": {\"type\": \"string\"},", "", Kind.PROPERTY_REMOVED, "/properties/note"),
                breaking("\"note\":", "\"remark\":", Kind.PROPERTY_REMOVED, "/properties/note"),
                breaking("\"strength\"]", "\"strength\", \"note\"]", Kind.PROPERTY_REQUIRED, "/properties/note"),
                breaking("[\"cupId\", ", "[", Kind.PROPERTY_NO_LONGER_REQUIRED, "/properties/cupId"),
                breaking("\"integer\"", "\"string\"", Kind.TYPE_CHANGED, "/properties/strength"),
                breaking("\"integer\"", "[\"integer\", \"null\"]", Kind.TYPE_CHANGED, "/properties/strength"),
                breaking("\"type\": \"integer\", ", "", Kind.TYPE_CHANGED, "/properties/strength"),
                breaking("\"light\", ", "", Kind.ENUM_NARROWED, "/properties/roast"),
                breaking(
                        "\"note\": {\"type\": \"string\"}",
                        "\"note\": {\"type\": \"string\", \"enum\": [\"good\"]}",
                        Kind.ENUM_NARROWED,
                        "/properties/note"),
                breaking(
                        "\"note\": {\"type\": \"string\"}",
                        "\"note\": {\"type\": \"string\", \"const\": \"good\"}",
                        Kind.ENUM_NARROWED,
                        "/properties/note"),
                breaking("\"uuid\"", "\"date-time\"", Kind.FORMAT_CHANGED, "/properties/cupId"),
                breaking(", \"format\": \"uuid\"", "", Kind.FORMAT_CHANGED, "/properties/cupId"),
                breaking("^[a-z]+$", "^[a-f]+$", Kind.PATTERN_CHANGED, label),
                breaking("\"maxLength\": 100", "\"maxLength\": 99", Kind.LIMIT_NARROWED, label),
                breaking("\"minLength\": 1", "\"minLength\": 2", Kind.LIMIT_NARROWED, label),
                breaking("\"maximum\": 9", "\"maximum\": 8", Kind.LIMIT_NARROWED, "/properties/strength"),
                breaking("\"minimum\": 1", "\"minimum\": 2", Kind.LIMIT_NARROWED, "/properties/strength"),
                breaking("\"maxItems\": 5", "\"maxItems\": 4", Kind.LIMIT_NARROWED, "/properties/beans"),
                breaking(
                        "\"note\": {\"type\": \"string\"}",
                        "\"note\": {\"type\": \"string\", \"maxLength\": 9}",
                        Kind.LIMIT_NARROWED,
                        "/properties/note"),
                breaking("\"origin\": {\"type\": \"string\"}", "", Kind.PROPERTY_REMOVED, origin),
                breaking("[\"origin\"]", "[]", Kind.PROPERTY_NO_LONGER_REQUIRED, origin),
                breaking(
                        "\"minimum\": 0",
                        "\"minimum\": 0.1",
                        Kind.LIMIT_NARROWED,
                        "/properties/recipe/properties/grams"),
                breaking(
                        "\"required\": [\"cupId\"",
                        "\"additionalProperties\": false, \"required\": [\"cupId\"",
                        Kind.NOT_COMPARABLE,
                        ""));
    }

    static Stream<Arguments> harmlessChanges() {
        return Stream.of(
                arguments("\"note\": {", "\"milk\": {\"type\": \"boolean\"}, \"note\": {"),
                arguments("\"dark\"]", "\"dark\", \"medium\"]"),
                arguments("\"maxLength\": 100", "\"maxLength\": 200"),
                arguments("\"minLength\": 1, ", ""),
                arguments("\"maximum\": 9", "\"maximum\": 10"),
                arguments(", \"pattern\": \"^[a-z]+$\"", ""),
                arguments("A cup was brewed", "A cup of coffee was brewed"),
                arguments("[\"cupId\", \"strength\"]", "[\"strength\", \"cupId\"]"),
                arguments("\"type\": \"integer\"", "\"type\": [\"integer\"]"));
    }

    @ParameterizedTest(name = "{2} at {3}: {0} -> {1}")
    @MethodSource("breaks")
    void catches(String from, String to, Kind kind, String pointer) {
        // When
        List<Break> breaks = Compatibility.between(released(), released(from, to));

        // Then
        assertThat(breaks).extracting(Break::kind, Break::pointer).containsExactly(tuple(kind, pointer));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("harmlessChanges")
    void letsPass(String from, String to) {
        assertThat(Compatibility.between(released(), released(from, to))).isEmpty();
    }

    @Test
    void namesEveryBreakAtOnce() {
        // Given
        JsonNode current =
                ContractFiles.json(RELEASED.replace("\"integer\"", "\"string\"").replace("\"light\", ", ""));

        // When
        List<Break> breaks = Compatibility.between(released(), current);

        // Then
        assertThat(breaks).extracting(Break::kind).containsExactly(Kind.TYPE_CHANGED, Kind.ENUM_NARROWED);
    }

    @Test
    void readsThroughReferences() {
        // Given
        JsonNode inlined = ContractFiles.json(RELEASED.replace(
                "\"recipe\": {\"$ref\": \"#/$defs/step\"}",
                "\"recipe\": {\"type\": \"object\", \"properties\": {\"grams\": {\"type\": \"number\", \"minimum\": 0},"
                        + " \"then\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/step\"}}}}"));

        // When
        List<Break> breaks = Compatibility.between(released(), inlined);

        // Then
        assertThat(breaks).isEmpty();
    }

    @Test
    void saysWhatWasAndWhatIs() {
        // When
        List<Break> breaks = Compatibility.between(released(), released("\"type\": \"integer\", ", ""));

        // Then
        assertThat(breaks).extracting(Break::detail).containsExactly("type was \"integer\", is absent");
    }

    private static Arguments breaking(String from, String to, Kind kind, String pointer) {
        return arguments(from, to, kind, pointer);
    }

    private static JsonNode released() {
        return ContractFiles.json(RELEASED);
    }

    private static JsonNode released(String from, String to) {
        assertThat(RELEASED).contains(from);
        return ContractFiles.json(RELEASED.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    }
}
