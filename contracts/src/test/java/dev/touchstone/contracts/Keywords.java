package dev.touchstone.contracts;

import java.util.Set;

/** The part of JSON Schema that events are written in. */
final class Keywords {

    static final Set<String> UPPER_LIMITS = Set.of("maxLength", "maximum", "maxItems", "maxProperties");
    static final Set<String> LOWER_LIMITS = Set.of("minLength", "minimum", "minItems", "minProperties");

    /** Compared by meaning, see {@link Compatibility}. */
    private static final Set<String> JUDGED =
            Set.of("type", "enum", "const", "format", "pattern", "required", "properties", "items", "$ref");

    private static final Set<String> WITHOUT_EFFECT =
            Set.of("$schema", "$id", "$defs", "title", "description", "examples", "x-cloudevents-type");

    private Keywords() {}

    /** True where a change is either judged by the gate or changes nothing. */
    static boolean isUnderstood(String keyword) {
        return JUDGED.contains(keyword)
                || WITHOUT_EFFECT.contains(keyword)
                || UPPER_LIMITS.contains(keyword)
                || LOWER_LIMITS.contains(keyword);
    }
}
