package dev.touchstone.issuance.issuer;

/** Keeps private keys unreadable at rest. */
public interface KeyVault {

    /** The seed as it may be stored, readable again only for the same organisation and key. */
    byte[] seal(String tenant, SigningKey key);

    /** @throws IllegalStateException when it was sealed under another master key or for another place */
    byte[] open(String tenant, String multikey, byte[] sealed);
}
