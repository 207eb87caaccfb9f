package dev.touchstone.profile.framework;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as identifiers: lower case, letters and digits of any script, hyphens between them. */
final class Slug {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private Slug() {}

    /** The slug; empty when the name holds no letter and no digit. */
    static String of(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String hyphenated = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        return EDGES.matcher(hyphenated).replaceAll("");
    }
}
