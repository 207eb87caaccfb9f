package dev.touchstone.issuance.verification;

/** What one check found. {@code UNKNOWN} is never taken for a pass. */
public enum Outcome {
    PASS,
    FAIL,
    UNKNOWN
}
