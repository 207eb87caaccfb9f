package dev.touchstone.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.touchstone.testkit.EventSamples.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {
    private static final String EVENT = "people/PersonChanged";
    private static final String TYPE = "dev.touchstone.person.changed.v1";

    static List<Sample> valid() {
        return EventSamples.valid(EVENT);
    }

    static List<Sample> invalid() {
        return EventSamples.invalid(EVENT);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsEveryValidSample(Sample sample) {
        // When
        var check = assertThatCode(() -> EventSchemas.assertValid(TYPE, sample.data()));

        // Then
        check.doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesEveryInvalidSample(Sample sample) {
        // When
        var check = assertThatThrownBy(() -> EventSchemas.assertValid(TYPE, sample.data()));

        // Then
        check.isInstanceOf(AssertionError.class).hasMessageContaining("does not follow its schema");
    }

    @Test
    void refusesATypeThatNobodyHasDescribed() {
        // When
        var check = assertThatThrownBy(() ->
                EventSchemas.assertValid("dev.touchstone.person.promoted.v1", JsonNodeFactory.instance.objectNode()));

        // Then
        check.isInstanceOf(AssertionError.class).hasMessageContaining("no event of type");
    }
}
