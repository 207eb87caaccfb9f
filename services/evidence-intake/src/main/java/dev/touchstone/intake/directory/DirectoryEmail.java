package dev.touchstone.intake.directory;

/**
 * An e-mail address of a user.
 *
 * @param type {@code work}, {@code home} or what the directory likes; may be null
 */
public record DirectoryEmail(String value, String type, boolean primary) {

    /** The kind only: an address is personal. */
    @Override
    public String toString() {
        return "email type=" + type;
    }
}
