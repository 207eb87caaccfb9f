package dev.touchstone.intake.directory;

/**
 * A user or group that cannot be kept. The message repeats no value.
 */
public final class InvalidUser extends RuntimeException {

    private final String attribute;

    public InvalidUser(String attribute, String message) {
        super(attribute + " " + message, null, false, false);
        this.attribute = attribute;
    }

    /** As SCIM names it. */
    public String attribute() {
        return attribute;
    }
}
