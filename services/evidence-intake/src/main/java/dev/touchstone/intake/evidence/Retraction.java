package dev.touchstone.intake.evidence;

import dev.touchstone.intake.document.Words;
import java.util.Map;

/** Why a piece of evidence counts no more. */
public enum Retraction {
    /** Whoever handed it in took it back. */
    WITHDRAWN,
    /** The system that reported it took it back (xAPI part two, section 2.3.2). */
    VOIDED;

    /** By the word that interfaces, events and tables use. */
    public static final Map<String, Retraction> WORDS = Words.of(Retraction.class);

    public String word() {
        return Words.word(this);
    }

    /** Where evidence stands that was taken back for this. */
    public EvidenceState state() {
        return switch (this) {
            case WITHDRAWN -> EvidenceState.WITHDRAWN;
            case VOIDED -> EvidenceState.VOIDED;
        };
    }

    /**
     * Whether somebody may withdraw a piece: they handed it in, and nobody else. What a system reports is for the system
     * to take back, what a witness says is for the witness.
     *
     * @param login of whoever asks
     * @param submitterLogin null on evidence from systems
     */
    public static boolean mayWithdraw(String login, String submitterLogin) {
        return login.equals(submitterLogin);
    }
}
