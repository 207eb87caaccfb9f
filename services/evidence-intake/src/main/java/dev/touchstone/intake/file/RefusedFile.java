package dev.touchstone.intake.file;

/** A file that is not taken in. The message tells the sender why, without repeating what it sent. */
public final class RefusedFile extends RuntimeException {

    /** What is wrong with it. */
    public enum Reason {
        TOO_LARGE,
        /** Of a kind that is not taken in, or of another than declared. */
        TYPE,
        EMPTY,
        NAME
    }

    private final Reason reason;

    RefusedFile(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
