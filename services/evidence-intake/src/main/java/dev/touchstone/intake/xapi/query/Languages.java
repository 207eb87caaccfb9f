package dev.touchstone.intake.xapi.query;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;

/** The languages that a reader prefers ({@code Accept-Language}, RFC 9110), for choosing one of a language map. */
public record Languages(List<LanguageRange> ranges) {

    private static final int LONGEST = 500;

    /** What cannot be read is no preference. */
    public static Languages of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST) {
            return new Languages(List.of());
        }
        try {
            return new Languages(LanguageRange.parse(acceptLanguage));
        } catch (IllegalArgumentException e) {
            return new Languages(List.of());
        }
    }

    /** The map with one entry: the best by preference, or else the first. */
    Object choose(Object languageMap) {
        if (!(languageMap instanceof Map<?, ?> map) || map.size() < 2) {
            return languageMap;
        }
        List<String> tags = map.keySet().stream().map(String.class::cast).toList();
        String wanted = ranges.isEmpty() ? null : Locale.lookupTag(ranges, tags);
        if (wanted == null) {
            List<String> near = ranges.isEmpty() ? List.of() : Locale.filterTags(ranges, tags);
            wanted = near.isEmpty() ? tags.get(0) : near.get(0);
        }
        String best = wanted;
        String tag = tags.stream().filter(best::equalsIgnoreCase).findFirst().orElse(tags.get(0));
        return Map.of(tag, map.get(tag));
    }
}
