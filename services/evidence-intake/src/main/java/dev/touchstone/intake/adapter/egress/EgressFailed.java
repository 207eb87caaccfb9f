package dev.touchstone.intake.adapter.egress;

/** Something outside that could not be had, or must not be asked for. The message holds no answer of the other side. */
public final class EgressFailed extends RuntimeException {

    /** What kind of failure it is. */
    public enum Why {
        /** It is not allowed to ask there. */
        REFUSED,
        /** There is more of it than was asked for. */
        TOO_LARGE,
        /** No answer; there may be one later. */
        AWAY
    }

    private final Why why;

    EgressFailed(Why why, String message) {
        super(message, null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
