package dev.touchstone.intake.document;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words that interfaces, events and tables use for the constants of an enumeration: lower case, with hyphens. */
public final class Words {

    private Words() {}

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constants by their words, in their order. */
    public static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        EnumSet.allOf(type).forEach(constant -> words.put(word(constant), constant));
        return Collections.unmodifiableMap(words);
    }
}
