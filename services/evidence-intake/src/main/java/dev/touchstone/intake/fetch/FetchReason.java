package dev.touchstone.intake.fetch;

import dev.touchstone.intake.document.Words;

/** Why something could not be fetched. Part of the interface: administrators filter by these words. */
public enum FetchReason {
    /** The credentials are refused. */
    FETCH_UNAUTHORISED,
    /** The credentials are good, but not for this. */
    FETCH_FORBIDDEN,
    FETCH_NOT_FOUND,
    FETCH_GONE,
    /** Another answer that will not change by asking again. */
    FETCH_REFUSED,
    FETCH_REDIRECTED,
    /** This deployment does not ask at that address. */
    FETCH_ADDRESS_REFUSED,
    FETCH_TOO_LARGE,
    FETCH_NOT_JSON,
    FETCH_SECRET_MISSING,
    /** The connection was disabled. */
    FETCH_STOPPED,
    /** Too many at once, in the other's opinion. */
    FETCH_RATE_LIMITED,
    /** No answer, or one that says that it will be better later. */
    FETCH_UNAVAILABLE,
    /** It was so to the last try. */
    FETCH_GIVEN_UP;

    public String word() {
        return Words.word(this);
    }
}
