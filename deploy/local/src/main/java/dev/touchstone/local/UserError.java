package dev.touchstone.local;

/** Something that the person at the keyboard can put right; the message says how. Shown without a stack trace. */
public final class UserError extends RuntimeException {
    public UserError(String message) {
        super(message);
    }
}
