package dev.touchstone.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.document.InvalidDocument;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionFieldsTest {

    /** Half past ten in the evening of the 27th in Greenwich, the 28th in Auckland. */
    private static final Instant NOW = Instant.parse("2026-11-27T22:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "1962-10-16, 1962-10-16T00:00:00Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "1900-01-01, 1900-01-01T00:00:00Z",
        "2026-11-27, 2026-11-27T00:00:00Z",
        "2026-11-28, 2026-11-27T22:30:00Z",
        "2026-11-28T11:00:00+13:00, 2026-11-27T22:00:00Z"
    })
    void longAgoAndTodayWhereverOneIs(String written, Instant expected) {
        assertThat(occurredAt(written)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-29", "2026-11-28T00:00:00Z", "1899-12-31", "soon", "2023-02-29", "01.05.2019"})
    void whatIsAheadOrNoTimeIsRefused(String written) {
        assertThatThrownBy(() -> occurredAt(written)).isInstanceOf(InvalidDocument.class);
    }

    private static Optional<Instant> occurredAt(String written) {
        Document fields = Document.of(Map.of("occurredAt", written));
        Optional<Instant> time = SubmissionFields.occurredAt(fields, NOW);
        fields.check();
        return time;
    }
}
