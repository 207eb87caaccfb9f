package dev.touchstone.intake.preset;

import dev.touchstone.intake.document.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads a preset from its file. Strict: a preset that is wrong stops the service from starting. */
public final class PresetReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final int LONGEST = 1000;

    private PresetReader() {}

    /**
     * @param template its template; null if it has none
     * @throws dev.touchstone.intake.document.InvalidDocument with every mistake
     */
    public static Preset read(Object value, String template) {
        Document preset = Document.of(value);
        preset.allowOnly(Set.of(
                "name",
                "title",
                "vendor",
                "settings",
                "fetch",
                "placeholders",
                "documentation",
                "checked",
                "notChecked"));
        Optional<String> name = preset.requiredText("name", 40);
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            preset.violation("name", "must be lower-case letters, digits and hyphens");
        }
        Optional<String> title = preset.requiredText("title", 100);
        Optional<String> vendor = preset.requiredText("vendor", 100);
        Optional<Document> settings = preset.requiredObject("settings");
        settings.ifPresent(fixed -> Preset.FIXED.forEach(field -> fixed.requiredText(field, 40)));
        Optional<Document> fetch = preset.object("fetch");
        Map<String, String> placeholders = placeholders(preset);
        List<String> documentation = preset.texts("documentation", 10, LONGEST);
        preset.requiredText("checked", 40);
        Optional<Checked> checked = preset.word("checked", Checked.WORDS);
        Optional<String> notChecked = preset.text("notChecked", LONGEST);
        if (checked.filter(word -> word == Checked.NOT_CHECKED).isPresent() && notChecked.isEmpty()) {
            preset.violation("notChecked", "must say what was not checked");
        }
        Set<String> used = new TreeSet<>();
        settings.ifPresent(given -> Placeholders.collect(given.fields(), used));
        fetch.ifPresent(given -> Placeholders.collect(given.fields(), used));
        if (!used.equals(placeholders.keySet())) {
            preset.violation("placeholders", "must explain exactly what the settings leave open: " + used);
        }
        preset.check();
        return new Preset(
                name.orElseThrow(),
                title.orElseThrow(),
                vendor.orElseThrow(),
                settings.orElseThrow().fields(),
                template,
                fetch.map(Document::fields).orElse(null),
                placeholders,
                documentation,
                checked.orElseThrow(),
                notChecked.orElse(null));
    }

    private static Map<String, String> placeholders(Document preset) {
        Map<String, String> placeholders = new LinkedHashMap<>();
        preset.object("placeholders")
                .ifPresent(given -> given.fields()
                        .keySet()
                        .forEach(name -> given.requiredText(name, LONGEST)
                                .ifPresent(meaning -> placeholders.put(name, meaning))));
        return placeholders;
    }
}
