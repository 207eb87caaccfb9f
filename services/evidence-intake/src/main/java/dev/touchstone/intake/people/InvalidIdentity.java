package dev.touchstone.intake.people;

/** A value that cannot be an identity of the kind it is offered as. The message does not repeat the value. */
public final class InvalidIdentity extends RuntimeException {

    public InvalidIdentity(String message) {
        super(message, null, false, false);
    }
}
