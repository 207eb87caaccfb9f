package dev.touchstone.intake.preset;

import dev.touchstone.intake.adapter.json.JsonValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Deliveries as vendors shape them, and what has to come of each. */
final class PresetFixtures {

    private static final Path ROOT = Path.of("src/test/resources/presets");

    private PresetFixtures() {}

    /** @param body the file with what is sent */
    record Fixture(String preset, Path body) {

        String name() {
            return body.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        }

        /** As the template gets to see it. */
        Object payload(Preset by) {
            if (!body.toString().endsWith(".form")) {
                return JsonValues.parse(bytes(body));
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            for (String pair :
                    new String(bytes(body), StandardCharsets.UTF_8).strip().split("&")) {
                String[] parts = pair.split("=", 2);
                fields.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), decoded(parts[1]));
            }
            return by.settings().get("bodyField") instanceof String field
                    ? JsonValues.parse(((String) fields.get(field)).getBytes(StandardCharsets.UTF_8))
                    : fields;
        }

        @SuppressWarnings("unchecked")
        Map<String, String> headers() {
            Path file = body.resolveSibling(name() + ".headers.json");
            return Files.exists(file) ? (Map<String, String>) JsonValues.parse(bytes(file)) : Map.of();
        }

        Object expected() {
            return JsonValues.parse(bytes(body.resolveSibling(name() + ".expected.json")));
        }

        @Override
        public String toString() {
            return preset + " " + name();
        }
    }

    static List<Fixture> of(String preset) {
        Path folder = ROOT.resolve(preset);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".expected.json"))
                    .filter(file -> !file.toString().endsWith(".headers.json"))
                    .sorted()
                    .map(file -> new Fixture(preset, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
