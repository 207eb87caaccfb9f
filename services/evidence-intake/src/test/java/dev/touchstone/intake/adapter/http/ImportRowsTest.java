package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.bulk.ReadRow;
import dev.touchstone.intake.document.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void aBatchOfLongRowsIsEndedByTheirBytes() throws IOException {
        // Given
        String row = "{\"employeeNumber\":\"7\",\"kind\":\"reflection\",\"title\":\"x\",\"occurredAt\":\"2019-01-01\","
                + "\"text\":\"" + "y".repeat(20_000) + "\"}\n";
        ImportRows rows = lines(row.repeat(200));

        // When
        List<ReadRow> batch = rows.next(200);

        // Then
        assertThat(batch).hasSize(53);
        assertThat(rows.next(200)).hasSize(53);
    }

    @Test
    void aRowThatNoStoreCanHoldIsRefusedAndItsNeighboursAreNot() throws IOException {
        // Given
        String good =
                "{\"employeeNumber\":\"7\",\"kind\":\"course-completion\",\"title\":\"x\",\"occurredAt\":\"2019-01-01\"}\n";
        String half = good.replace("\"x\"", "\"\\ud800\"");
        String nothing = good.replace("\"x\"", "\"\\u0000\"");

        // When
        List<ReadRow> batch = lines(good + half + nothing + good).next(10);

        // Then
        assertThat(batch).extracting(row -> row.row() == null).containsExactly(false, true, true, false);
    }

    @Test
    void aBadRowSaysItsLineItsColumnAndWhatToDo() throws IOException {
        // Given
        String csv = "employeeNumber,kind,title,text,occurredAt\n7,reflection,\"two\nlines\",y,01.05.2019\n";
        ImportRows rows = ImportRows.ofCsv(stream(csv), NOW);

        // When
        ReadRow row = rows.next(1).get(0);

        // Then
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.violations())
                .containsExactly(new Violation(
                        "/occurredAt", "is not a time; write it as 2019-05-01 or 2019-05-01T09:30:00+02:00"));
    }

    private static ImportRows lines(String text) throws IOException {
        return ImportRows.ofLines(stream(text), NOW);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
