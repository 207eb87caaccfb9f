package dev.touchstone.profile.passport;

/** Whether a credential counts. Expiry is no state: it follows from the dates at the time of reading. */
public enum CredentialState {
    ISSUED,
    REVOKED
}
