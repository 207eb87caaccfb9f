package dev.touchstone.intake.bulk;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** What became of a row. */
public enum RowState {
    /** Evidence was made of it, and the others were told. */
    ACCEPTED,
    /** The same was imported before: nothing was made of it. */
    DUPLICATE,
    /** Evidence was made of it that waits until its person is known. */
    PARKED,
    /** It is not valid; the other rows do not mind. */
    REFUSED;

    /** By the word that interfaces and tables use. */
    public static final Map<String, RowState> WORDS = Words.of(RowState.class);

    public String word() {
        return Words.word(this);
    }
}
