package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** What a piece of evidence is. */
public enum EvidenceKind {
    COURSE_COMPLETION,
    SCORE,
    WORK_EVENT,
    /** Something made. */
    ARTEFACT,
    /** A person's account of their own work. */
    REFLECTION,
    /** What one person says about the work of another. */
    TESTIMONY;

    /** By the word that interfaces and events use. */
    public static final Map<String, EvidenceKind> WORDS = Words.of(EvidenceKind.class);

    public String word() {
        return Words.word(this);
    }
}
