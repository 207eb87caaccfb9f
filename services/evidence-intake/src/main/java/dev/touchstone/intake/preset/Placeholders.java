package dev.touchstone.intake.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values in a preset's settings that stand for what the administrator gives: a whole string, {@code {{name}}}. */
final class Placeholders {

    private static final Pattern WHOLE = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9]{0,39})}}");

    private Placeholders() {}

    static void collect(Object value, Set<String> into) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> collect(item, into));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, into));
        } else {
            name(value).ifPresent(into::add);
        }
    }

    /** The same with the values given; one that is not given stays as it is. */
    static Object filled(Object value, Map<String, Object> given) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((name, item) -> filled.put((String) name, filled(item, given)));
            return filled;
        }
        if (value instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.forEach(item -> filled.add(filled(item, given)));
            return filled;
        }
        return name(value).<Object>map(given::get).orElse(value);
    }

    private static Optional<String> name(Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        Matcher matcher = WHOLE.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
