package dev.touchstone.intake.people;

import java.util.UUID;

/**
 * What became of one update.
 *
 * @param personId null if it was refused
 */
public record RosterEntry(Outcome outcome, UUID personId) {

    /** What an update can come to. */
    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        /** Its identities belong to different people. */
        AMBIGUOUS
    }

    static RosterEntry created(UUID personId) {
        return new RosterEntry(Outcome.CREATED, personId);
    }

    static RosterEntry changed(UUID personId) {
        return new RosterEntry(Outcome.CHANGED, personId);
    }

    static RosterEntry unchanged(UUID personId) {
        return new RosterEntry(Outcome.UNCHANGED, personId);
    }

    static RosterEntry ambiguous() {
        return new RosterEntry(Outcome.AMBIGUOUS, null);
    }
}
