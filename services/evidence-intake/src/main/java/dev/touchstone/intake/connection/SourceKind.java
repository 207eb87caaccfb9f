package dev.touchstone.intake.connection;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** The kind of system behind a connection. */
public enum SourceKind {
    LMS,
    /** Only such a connection may change people. */
    HRIS,
    WORK_TOOL,
    OTHER;

    /** By the word that interfaces and events use. */
    public static final Map<String, SourceKind> WORDS = Words.of(SourceKind.class);

    public String word() {
        return Words.word(this);
    }
}
