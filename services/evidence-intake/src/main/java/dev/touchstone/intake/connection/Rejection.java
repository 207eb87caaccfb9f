package dev.touchstone.intake.connection;

/** Why a signature was not accepted. For the counter and the log; the sender only learns that it was not. */
public enum Rejection {
    SIGNATURE_MISSING,
    SIGNATURE_UNREADABLE,
    SIGNED_HEADER_MISSING,
    TIMESTAMP_MISSING,
    TIMESTAMP_UNREADABLE,
    TIMESTAMP_STALE,
    MISMATCH,
    /** There is no live secret to compare with. */
    NO_SECRET
}
