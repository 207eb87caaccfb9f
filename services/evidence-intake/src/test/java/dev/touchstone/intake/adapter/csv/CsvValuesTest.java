package dev.touchstone.intake.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.document.InvalidDocument;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class CsvValuesTest {

    @Example
    void readsWhatSpreadsheetsWrite() {
        assertThat(new CsvValues(';').of("7;\"Grüße; \"\"laut\"\"\";;\"two\nlines\""))
                .containsExactly("7", "Grüße; \"laut\"", "", "two\nlines");
        assertThat(new CsvValues(',').of("a, b ,")).containsExactly("a", " b ", "");
    }

    @Example
    void refusesAQuoteThatIsNotClosed() {
        assertThatThrownBy(() -> new CsvValues(',').of("a,\"b")).isInstanceOf(InvalidDocument.class);
    }

    @Property
    void whatIsQuotedComesBackAsItWas(
            @ForAll @Size(min = 1, max = 12) List<@StringLength(min = 1, max = 30) String> values) {
        // Given
        String record = values.stream()
                .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));

        // Then
        assertThat(new CsvValues(',').of(record)).isEqualTo(values);
    }

    @Property
    void anyRecordIsReadOrRefused(@ForAll @StringLength(max = 200) String record) {
        // When
        List<String> values = valuesOrNone(record);

        // Then
        assertThat(values).doesNotContainNull();
    }

    private static List<String> valuesOrNone(String record) {
        try {
            return new CsvValues(',').of(record);
        } catch (InvalidDocument refused) {
            return List.of();
        }
    }
}
