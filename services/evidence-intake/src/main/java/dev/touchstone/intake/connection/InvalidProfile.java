package dev.touchstone.intake.connection;

/** A verifier profile or secret that cannot work. */
public final class InvalidProfile extends RuntimeException {

    private final String field;

    InvalidProfile(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    /** Name of the profile's field. */
    public String field() {
        return field;
    }
}
