package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** On what ground evidence is offered. */
public enum Basis {
    CURRENT,
    /** For recognition of prior learning. */
    PRIOR_LEARNING;

    /** By the word that interfaces and events use. */
    public static final Map<String, Basis> WORDS = Words.of(Basis.class);

    public String word() {
        return Words.word(this);
    }
}
