package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A file of rows about a thousand people. Every hundredth row is about somebody who is not known, every hundredth says
 * what the one before it said, every hundredth has a time that is none.
 */
record ImportFile(Path path, long rows) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PEOPLE = 1000;
    private static final int EVERY = 100;
    private static final int UNKNOWN = 20;
    private static final int TWICE = 40;
    private static final int WRONG = 60;

    static ImportFile write(Path path, long rows, boolean csv) throws IOException {
        try (Writer file = Files.newBufferedWriter(path)) {
            file.write(csv ? "id,employeeNumber,kind,title,text,occurredAt,tags\n" : "");
            for (long row = 0; row < rows; row++) {
                long told = row % EVERY == TWICE ? row - 1 : row;
                String person = told % EVERY == UNKNOWN ? "unknown-" + told : Long.toString(told % PEOPLE);
                String time = told % EVERY == WRONG ? "soon" : (1970 + told % 50) + "-05-01";
                file.write((csv
                                ? "r-%1$d,%2$s,reflection,\"Crane, no. %1$d\",\"It began with a crane,\nand went on "
                                        + "for years.\",%3$s,crane|safety%n"
                                : "{\"id\":\"r-%1$d\",\"employeeNumber\":\"%2$s\",\"kind\":\"reflection\","
                                        + "\"title\":\"Crane, no. %1$d\",\"text\":\"It began with a crane,\\nand went "
                                        + "on for years.\",\"occurredAt\":\"%3$s\",\"tags\":[\"crane\",\"safety\"]}%n")
                        .formatted(told, person, time));
            }
        }
        return new ImportFile(path, rows);
    }

    /** Everybody, as bodies for the route of people. */
    static List<Map<String, Object>> people() {
        return IntStream.range(0, PEOPLE / EVERY)
                .mapToObj(hundred -> Map.<String, Object>of(
                        "people",
                        IntStream.range(hundred * EVERY, (hundred + 1) * EVERY)
                                .mapToObj(number -> Map.of(
                                        "employeeNumber", Integer.toString(number), "displayName", "Person " + number))
                                .toList()))
                .toList();
    }

    void assertOutcome(JsonNode whole) {
        assertThat(whole.path("state").asText()).isEqualTo("finished");
        assertThat(whole.path("rows").asLong()).isEqualTo(rows);
        assertThat(whole.path("parked").asLong()).isEqualTo(rows / EVERY);
        assertThat(whole.path("duplicate").asLong()).isEqualTo(rows / EVERY);
        assertThat(whole.path("refused").asLong()).isEqualTo(rows / EVERY);
        assertThat(whole.path("accepted").asLong()).isEqualTo(rows - 3 * (rows / EVERY));
    }

    static String evidenceId(byte[] event) {
        try {
            return JSON.readTree(event).path("evidenceId").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
