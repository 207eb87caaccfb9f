package dev.touchstone.intake.connection;

/**
 * A request as it came in, as far as a proof may be about it.
 *
 * @param method of the request
 * @param target the absolute address that the sender used, query included
 * @param body as received, or without its content encoding where the profile is about that
 */
public record Arrival(String method, String target, Headers headers, byte[] body) {

    /** Names no content: it may hold credentials. */
    @Override
    public String toString() {
        return "request of " + body.length + " bytes";
    }
}
