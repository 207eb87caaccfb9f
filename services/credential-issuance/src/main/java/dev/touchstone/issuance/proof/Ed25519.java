package dev.touchstone.issuance.proof;

/** Ed25519 (RFC 8032, pure). */
public interface Ed25519 {

    /** A fresh private key: the 32-byte seed. */
    byte[] newSeed();

    Multikey publicKey(byte[] seed);

    /** The 64-byte signature; the same message and key always give the same one. */
    byte[] sign(byte[] seed, byte[] message);

    boolean verify(Multikey key, byte[] message, byte[] signature);
}
