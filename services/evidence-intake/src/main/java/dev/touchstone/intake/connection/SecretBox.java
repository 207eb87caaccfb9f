package dev.touchstone.intake.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database: AES-256-GCM, a fresh 96-bit nonce each time, bound to the organisation and the
 * connection, so that a sealed secret copied to another row opens nothing. Layout: version 1, nonce, ciphertext, tag.
 */
public final class SecretBox {

    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalArgumentException unless the key has 32 bytes */
    public SecretBox(byte[] masterKey) {
        if (masterKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("the master key must have " + KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(masterKey, "AES");
    }

    public byte[] seal(String tenant, UUID connectionId, byte[] secret) {
        return seal(tenant + "/" + connectionId, secret);
    }

    /** For what this service tells others: only while they are the audience that it was sealed for does it open. */
    public byte[] seal(String tenant, UUID connectionId, String audience, byte[] secret) {
        return seal(tenant + "/" + connectionId + "/" + audience, secret);
    }

    private byte[] seal(String bound, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(secret);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws SealBroken if it was sealed with another key, for another connection, or altered */
    public byte[] open(String tenant, UUID connectionId, byte[] sealed) {
        return open(tenant + "/" + connectionId, sealed);
    }

    /** @throws SealBroken also if it was sealed for another audience */
    public byte[] open(String tenant, UUID connectionId, String audience, byte[] sealed) {
        return open(tenant + "/" + connectionId + "/" + audience, sealed);
    }

    private byte[] open(String bound, byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
            throw new SealBroken();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, bound)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new SealBroken();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A sealed secret that does not open with this key. */
    public static final class SealBroken extends RuntimeException {
        SealBroken() {
            super("sealed secret cannot be opened", null, false, false);
        }
    }
}
