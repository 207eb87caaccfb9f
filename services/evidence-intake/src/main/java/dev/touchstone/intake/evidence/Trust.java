package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** Who vouches for a piece of evidence. */
public enum Trust {
    /** An authenticated system said so. */
    VERIFIED,
    /** Another person said so. */
    ATTESTED,
    /** The person said so, or a system that did not prove which it is. */
    DECLARED;

    /** By the word that interfaces and events use. */
    public static final Map<String, Trust> WORDS = Words.of(Trust.class);

    public String word() {
        return Words.word(this);
    }
}
