package dev.touchstone.intake.preset;

import dev.touchstone.intake.document.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The presets that this product ships, and connections that are made by them. A connection keeps the settings it was
 * made with; only its template, unless it has one of its own, is the one shipped at present. One once shipped is never
 * taken away.
 */
public final class Presets {

    public static final String PRESET = "preset";
    public static final String PLACEHOLDERS = "placeholders";
    private static final String TEMPLATE = "template";
    private static final String FETCH = "fetch";
    private static final int LONGEST_VALUE = 500;

    private final Map<String, Preset> byName = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two have the same name */
    public Presets(List<Preset> presets) {
        for (Preset preset : presets) {
            if (byName.put(preset.name(), preset) != null) {
                throw new IllegalArgumentException("two presets are named " + preset.name());
            }
        }
    }

    /** By name, in alphabetical order. */
    public Collection<Preset> all() {
        return byName.values();
    }

    public Optional<Preset> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The settings to be stored for what an administrator asks for: as they are, or, where a preset is named, the
     * preset's, with what the administrator gives in place of them.
     *
     * @throws dev.touchstone.intake.document.InvalidDocument if the preset is not known, a placeholder is not given, or
     *     something is given that is the preset's
     */
    public Map<String, Object> chosen(Map<String, Object> asked) {
        Document request = Document.of(asked);
        if (!request.has(PRESET)) {
            if (request.has(PLACEHOLDERS)) {
                request.violation(PLACEHOLDERS, "are for presets only");
            }
            request.check();
            return asked;
        }
        Optional<Preset> preset = request.requiredText(PRESET, 40).flatMap(this::named);
        if (preset.isEmpty()) {
            request.violation(PRESET, "is not known");
        }
        Map<String, Object> chosen = preset.map(known -> chosen(known, request)).orElse(Map.of());
        request.check();
        return chosen;
    }

    /** What {@link dev.touchstone.intake.connection.ConnectionReader} understands: stored settings with the template. */
    public Map<String, Object> effective(Map<String, Object> stored) {
        if (!(stored.get(PRESET) instanceof String name)) {
            return stored;
        }
        Map<String, Object> effective = new LinkedHashMap<>(stored);
        effective.remove(PRESET);
        effective.remove(PLACEHOLDERS);
        named(name).map(Preset::template).ifPresent(template -> effective.putIfAbsent(TEMPLATE, template));
        return effective;
    }

    private static Map<String, Object> chosen(Preset preset, Document request) {
        for (String field : Preset.FIXED) {
            request.value(field)
                    .filter(given -> !given.equals(preset.settings().get(field)))
                    .ifPresent(given -> request.violation(field, "is the preset's: leave it out"));
        }
        Map<String, Object> open = new LinkedHashMap<>(preset.settings());
        open.keySet().removeAll(request.fields().keySet());
        Optional<Map<String, Object>> fetch = fetch(preset, request);
        fetch.ifPresent(asked -> open.put(FETCH, asked));
        Set<String> needed = new TreeSet<>();
        Placeholders.collect(open, needed);
        Map<String, Object> given = given(preset, request, needed);
        Map<String, Object> chosen = new LinkedHashMap<>();
        open.forEach((name, value) -> chosen.put(name, Placeholders.filled(value, given)));
        request.fields().forEach((name, value) -> {
            if (!name.equals(FETCH) || fetch.isEmpty()) {
                chosen.put(name, value);
            }
        });
        return chosen;
    }

    /** The preset's, with what is given in place of it; empty unless it is asked for. */
    private static Optional<Map<String, Object>> fetch(Preset preset, Document request) {
        if (preset.fetch() == null) {
            return Optional.empty();
        }
        return request.object(FETCH).map(asked -> {
            Map<String, Object> fetch = new LinkedHashMap<>(preset.fetch());
            fetch.putAll(asked.fields());
            return fetch;
        });
    }

    private static Map<String, Object> given(Preset preset, Document request, Set<String> needed) {
        Optional<Document> placeholders = request.object(PLACEHOLDERS);
        placeholders.ifPresent(values -> values.allowOnly(preset.placeholders().keySet()));
        Map<String, Object> given = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : needed) {
            placeholders
                    .flatMap(values -> values.text(name, LONGEST_VALUE))
                    .ifPresentOrElse(value -> given.put(name, value), () -> missing.add(name));
        }
        if (!missing.isEmpty()) {
            request.violation(PLACEHOLDERS, "must give " + String.join(", ", missing));
        }
        return given;
    }
}
