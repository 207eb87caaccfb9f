package dev.touchstone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/**
 * One event: its schema and its samples.
 *
 * @param stream folder of the stream, the last part of the topic
 * @param name of the event, in the past tense
 */
record EventContract(String stream, String name, Path schemaFile) {

    private static final String INVALID = "invalid-";

    static EventContract at(Path schemaFile) {
        Path event = schemaFile.getParent();
        return new EventContract(
                event.getParent().getFileName().toString(), event.getFileName().toString(), schemaFile);
    }

    JsonNode schema() {
        return ContractFiles.read(schemaFile);
    }

    String type() {
        return schema().path("x-cloudevents-type").asText();
    }

    List<Path> validSamples() {
        return samples().stream().filter(file -> !isInvalid(file)).toList();
    }

    List<Path> invalidSamples() {
        return samples().stream().filter(EventContract::isInvalid).toList();
    }

    private List<Path> samples() {
        return ContractFiles.files(schemaFile.resolveSibling("samples"), ".json");
    }

    private static boolean isInvalid(Path sample) {
        return sample.getFileName().toString().startsWith(INVALID);
    }

    @Override
    public String toString() {
        return stream + "/" + name;
    }
}
