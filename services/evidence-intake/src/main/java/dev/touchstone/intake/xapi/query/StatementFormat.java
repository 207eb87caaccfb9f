package dev.touchstone.intake.xapi.query;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** How much of a statement is answered. */
public enum StatementFormat {
    /** What identifies agents, activities and verbs, and no more of them. */
    IDS,
    /** As it was stored. */
    EXACT,
    /** Activities as they are known best, in one language. */
    CANONICAL;

    public static final Map<String, StatementFormat> WORDS = Words.of(StatementFormat.class);
}
