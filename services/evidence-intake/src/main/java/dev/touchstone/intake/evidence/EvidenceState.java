package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** Where a piece of evidence stands. */
public enum EvidenceState {
    /** Its person is known, the other services have been told. */
    SUBMITTED,
    /** Nobody is known by the identities it names, or more than one person is; it goes on by itself once that changes. */
    PARKED,
    /** Taken back by whoever handed it in; its content is gone. */
    WITHDRAWN,
    /** Taken back by the system that reported it. */
    VOIDED;

    /** By the word that interfaces and events use. */
    public static final Map<String, EvidenceState> WORDS = Words.of(EvidenceState.class);

    public String word() {
        return Words.word(this);
    }
}
