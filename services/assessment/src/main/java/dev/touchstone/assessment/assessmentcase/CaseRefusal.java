package dev.touchstone.assessment.assessmentcase;

/** Why somebody cannot do this with a case now. The message is for people and says what to do. */
public final class CaseRefusal extends RuntimeException {

    /** Kinds of refusal. */
    public enum Reason {
        /** Evidence is still missing. */
        NOT_READY,
        /** Another assessor has it. */
        TAKEN,
        /** The claim ran out, or there was none. */
        STALE_CLAIM,
        /** It is closed. */
        CLOSED,
        /** It waits for somebody in another capacity. */
        NOT_ENTITLED,
        /** The assessor may not judge this person, or this evidence. */
        CONFLICT
    }

    private final Reason reason;

    public CaseRefusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
