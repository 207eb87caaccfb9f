package dev.touchstone.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The samples of the contracts: what a consumer has to be able to read. */
public final class EventSamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventSamples() {}

    /** @param name of the file, e.g. {@code unknown-field.json} */
    public record Sample(String name, JsonNode data) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Every valid sample of an event.
     *
     * @param event stream and name, e.g. {@code evidence/EvidenceSubmitted}
     */
    public static List<Sample> valid(String event) {
        List<Sample> samples = samples(event).stream()
                .filter(sample -> !sample.name().startsWith("invalid-"))
                .toList();
        if (samples.isEmpty()) {
            throw new AssertionError("the contracts have no samples of " + event);
        }
        return samples;
    }

    /** Every sample that breaks a rule. */
    public static List<Sample> invalid(String event) {
        return samples(event).stream()
                .filter(sample -> sample.name().startsWith("invalid-"))
                .toList();
    }

    private static List<Sample> samples(String event) {
        return ContractFiles.under(
                        "events/" + event + "/samples", path -> path.toString().endsWith(".json"))
                .stream()
                .map(EventSamples::read)
                .toList();
    }

    private static Sample read(Path file) {
        try {
            return new Sample(file.getFileName().toString(), JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
