package dev.touchstone.chassis.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlArrayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|{\"plain\"}",
                "``|{\"\"}",
                "NULL|{\"NULL\"}",
                "{a,b}|{\"{a,b}\"}",
                "say \"hi\"|{\"say \\\"hi\\\"\"}",
                "back\\slash|{\"back\\\\slash\"}"
            })
    void aValueIsNeverMoreThanAValue(String value, String expected) {
        // When
        String array = SqlArray.of(List.of(value), Function.identity());

        // Then
        assertThat(array).isEqualTo(expected);
    }

    @Test
    void whatIsMissingStaysMissing() {
        // When
        String array = SqlArray.of(Arrays.asList("a", null, "b"), Function.identity());

        // Then
        assertThat(array).isEqualTo("{\"a\",NULL,\"b\"}");
    }

    @Test
    void noRowsAreAnEmptyArray() {
        // When
        String array = SqlArray.of(List.of(), Function.identity());

        // Then
        assertThat(array).isEqualTo("{}");
    }
}
