package dev.touchstone.intake.connection;

/** Why a proof was not accepted. For the counter and the log; the sender only learns that it was not. */
public enum Rejection {
    CREDENTIALS_MISSING,
    CREDENTIALS_UNREADABLE,
    SIGNATURE_MISSING,
    SIGNATURE_UNREADABLE,
    SIGNED_HEADER_MISSING,
    TIMESTAMP_MISSING,
    TIMESTAMP_UNREADABLE,
    TIMESTAMP_STALE,
    /** The signature has run out by its own account. */
    EXPIRED,
    /** Something is said to be signed in a way that makes no sense for it in a request. */
    COMPONENT_REFUSED,
    /** Something is not signed that has to be. */
    NOT_COVERED,
    /** The digest that was signed is not of this body. */
    DIGEST_MISMATCH,
    /** Signed by another key or in another way than agreed. */
    KEY_UNKNOWN,
    ALGORITHM_REFUSED,
    ISSUER_REFUSED,
    MISMATCH,
    /** There is no live secret to compare with. */
    NO_SECRET
}
