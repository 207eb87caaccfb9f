package dev.touchstone.issuance.issuer;

/** What a key signs. Status lists have a key of their own: they are signed often and by machines alone. */
public enum KeyPurpose {
    CREDENTIAL,
    STATUS_LIST
}
