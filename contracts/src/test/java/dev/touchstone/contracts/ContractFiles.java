package dev.touchstone.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the contracts lie and how they are read: from the source tree, as they will be committed. */
final class ContractFiles {

    static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    static final Path REPOSITORY = MODULE.getParent();
    static final Path EVENTS = MODULE.resolve("events");
    static final Path RELEASED = MODULE.resolve("released");
    static final Path ASYNCAPI = MODULE.resolve("asyncapi.yaml");
    static final Path OPENAPI = MODULE.resolve("openapi");

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private ContractFiles() {}

    /** Every event under {@code root/<stream>/<Event>/v1.schema.json}, in the order of their names. */
    static List<EventContract> events(Path root) {
        return files(root, "v1.schema.json").stream().map(EventContract::at).toList();
    }

    /** Files below the folder whose name ends so, sorted; none where the folder does not exist. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** JSON or YAML, by the name; a key given twice is an error. */
    static JsonNode read(Path file) {
        try {
            return file.toString().endsWith(".json") ? json(text(file)) : YamlReader.read(text(file));
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read", unreadable);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
