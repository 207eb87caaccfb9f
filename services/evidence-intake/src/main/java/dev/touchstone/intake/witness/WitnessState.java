package dev.touchstone.intake.witness;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** Where a request for a witness statement stands. */
public enum WitnessState {
    /** Nobody has answered yet. */
    OPEN,
    /** The asked person made a statement. */
    GIVEN,
    /** The asked person will make none. */
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    /** The evidence it is about was taken back. */
    CANCELLED;

    /** By the word that interfaces and tables use. */
    public static final Map<String, WitnessState> WORDS = Words.of(WitnessState.class);

    public String word() {
        return Words.word(this);
    }
}
