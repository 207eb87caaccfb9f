package dev.touchstone.intake.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code cloudevents/refused-events.json}; each names the part of the specification that it is against. */
class CloudEventCasesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedEvents")
    void structured(String name, Object event, String pointer) {
        InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, () -> CloudEventReader.read(event, ""));

        assertThat(invalid.violations()).extracting(Violation::pointer).containsExactly(pointer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedEvents")
    void inABatch(String name, Object event, String pointer) {
        InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, () -> CloudEventReader.read(event, "/7"));

        assertThat(invalid.violations()).extracting(Violation::pointer).containsExactly("/7" + pointer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedFields")
    void binary(String name, Map<String, String> fields, String pointer) {
        InvalidDocument invalid = catchThrowableOfType(
                InvalidDocument.class,
                () -> CloudEventReader.read(BinaryMode.attributes(fields, null, null, null), ""));

        assertThat(invalid.violations()).extracting(Violation::pointer).containsExactly(pointer);
    }

    static Stream<Arguments> refusedEvents() throws IOException {
        return cases().map(one -> Arguments.of(one.get("case"), one.get("event"), one.get("pointer")));
    }

    /** Those that can be written as header fields at all: there is nothing but text in them, and no data. */
    static Stream<Arguments> refusedFields() throws IOException {
        return cases().filter(one -> one.get("event") instanceof Map<?, ?> event
                        && event.values().stream().allMatch(value -> value instanceof String text && isField(text))
                        && !event.containsKey("data_base64")
                        && !event.containsKey("datacontenttype")
                        && event.keySet().stream()
                                .allMatch(name -> name.toString().matches("[a-z_.]+")))
                .map(one -> {
                    Map<String, String> fields = new HashMap<>();
                    ((Map<?, ?>) one.get("event")).forEach((name, value) -> fields.put("ce-" + name, (String) value));
                    return Arguments.of(one.get("case"), fields, one.get("pointer"));
                });
    }

    private static boolean isField(String text) {
        return text.chars().allMatch(character -> character >= ' ' && character < 0x7f);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> cases() throws IOException {
        try (InputStream file = CloudEventCasesTest.class.getResourceAsStream("/cloudevents/refused-events.json")) {
            return ((List<Map<String, Object>>) JsonValues.parse(file.readAllBytes())).stream();
        }
    }
}
