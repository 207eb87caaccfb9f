package dev.touchstone.local.demo;

/** The demonstration could not go on, or something in it was lost; the message says what. */
public final class DemonstrationFailed extends RuntimeException {

    public DemonstrationFailed(String message) {
        super(message);
    }
}
