package dev.touchstone.issuance.issuer;

import dev.touchstone.issuance.proof.Multikey;

/** A key ready to sign. Lives in memory only while it is used; its text form shows the public part. */
public record SigningKey(Multikey publicKey, byte[] seed) {

    @Override
    public String toString() {
        return "SigningKey[" + publicKey.text() + "]";
    }
}
