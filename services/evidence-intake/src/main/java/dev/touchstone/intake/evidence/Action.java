package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** What happened to the activity. */
public enum Action {
    COMPLETED,
    PASSED,
    FAILED,
    /** The LMS holds a course or block done (cmi5). */
    SATISFIED,
    /** Held done without having been done (cmi5). */
    WAIVED,
    SCORED,
    MERGED,
    RESOLVED,
    DELIVERED,
    RECOGNISED,
    REVIEWED,
    /** A person offers it as evidence. */
    CLAIMED;

    /** By the word that interfaces and events use. */
    public static final Map<String, Action> WORDS = Words.of(Action.class);

    public String word() {
        return Words.word(this);
    }
}
