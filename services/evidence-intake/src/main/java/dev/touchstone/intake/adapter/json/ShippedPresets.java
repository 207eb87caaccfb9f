package dev.touchstone.intake.adapter.json;

import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.preset.Preset;
import dev.touchstone.intake.preset.PresetReader;
import dev.touchstone.intake.preset.Presets;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The presets among this service's resources: {@code presets/<name>.json}, and {@code .jsonata} beside it. */
@ApplicationScoped
public class ShippedPresets {

    private static final String FOLDER = "presets/";
    private static final String INDEX = FOLDER + "index.json";

    /**
     * Read at start: a preset that is wrong has to show then, and not when somebody connects a system by it.
     *
     * @throws IllegalStateException naming the preset and what is wrong with it
     */
    @Produces
    @Singleton
    @Startup
    public Presets presets() {
        List<?> names = (List<?>)
                JsonValues.parse(resource(INDEX).orElseThrow(() -> new IllegalStateException(INDEX + " is not there")));
        return new Presets(names.stream().map(name -> preset((String) name)).toList());
    }

    private static Preset preset(String name) {
        byte[] preset = resource(FOLDER + name + ".json")
                .orElseThrow(() -> new IllegalStateException("preset " + name + " is not there"));
        String template = resource(FOLDER + name + ".jsonata")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null);
        try {
            return PresetReader.read(JsonValues.parse(preset), template);
        } catch (InvalidDocument | JsonValues.NotJson e) {
            throw new IllegalStateException("preset " + name + ": " + e.getMessage(), e);
        }
    }

    private static Optional<byte[]> resource(String path) {
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ShippedPresets.class::getClassLoader);
        try (InputStream stream = loader.getResourceAsStream(path)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
