package dev.touchstone.issuance.proof;

import java.util.Arrays;
import java.util.Optional;

/**
 * An Ed25519 public key and its Multikey text {@code z6Mk…} (vc-di-eddsa section 2.1.1: multicodec {@code 0xed01} before
 * the 32 bytes, base58btc).
 */
public record Multikey(byte[] publicKey) {

    private static final int KEY_LENGTH = 32;
    private static final byte[] CODEC = {(byte) 0xed, 0x01};

    public Multikey {
        if (publicKey.length != KEY_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes, not " + publicKey.length);
        }
        publicKey = publicKey.clone();
    }

    /** Empty where the text is no Ed25519 Multikey, for instance a key of another algorithm. */
    public static Optional<Multikey> parse(String text) {
        if (!text.startsWith("z")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Multibase.decode(text);
            boolean ed25519 = bytes.length == CODEC.length + KEY_LENGTH && bytes[0] == CODEC[0] && bytes[1] == CODEC[1];
            return ed25519
                    ? Optional.of(new Multikey(Arrays.copyOfRange(bytes, CODEC.length, bytes.length)))
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    public String text() {
        byte[] bytes = Arrays.copyOf(CODEC, CODEC.length + KEY_LENGTH);
        System.arraycopy(publicKey, 0, bytes, CODEC.length, KEY_LENGTH);
        return Multibase.base58(bytes);
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Multikey that && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
        return text();
    }
}
