package dev.touchstone.issuance.adapter.keys;

import dev.touchstone.issuance.issuer.KeyVault;
import dev.touchstone.issuance.issuer.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@link KeyVault} with AES-256-GCM under one master key. Layout: version 1, 12 bytes of nonce, ciphertext with tag. The
 * organisation and the public key are authenticated with it, so a sealed key moved to another row does not open.
 */
public final class AesGcmVault implements KeyVault {

    public static final int MASTER_KEY_BYTES = 32;
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec masterKey;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalArgumentException unless the key has {@value #MASTER_KEY_BYTES} bytes */
    public AesGcmVault(byte[] masterKey) {
        if (masterKey.length != MASTER_KEY_BYTES) {
            throw new IllegalArgumentException("the master key must have " + MASTER_KEY_BYTES + " bytes");
        }
        this.masterKey = new SecretKeySpec(masterKey, "AES");
    }

    @Override
    public byte[] seal(String tenant, SigningKey key) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text =
                transform(Cipher.ENCRYPT_MODE, nonce, tenant, key.publicKey().text(), key.seed());
        byte[] sealed = new byte[1 + NONCE_BYTES + text.length];
        sealed[0] = VERSION;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
        System.arraycopy(text, 0, sealed, 1 + NONCE_BYTES, text.length);
        return sealed;
    }

    @Override
    public byte[] open(String tenant, String multikey, byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES || sealed[0] != VERSION) {
            throw new IllegalStateException("not a sealed key");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        byte[] text = Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length);
        return transform(Cipher.DECRYPT_MODE, nonce, tenant, multikey, text);
    }

    private byte[] transform(int mode, byte[] nonce, String tenant, String multikey, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, masterKey, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((tenant + "#" + multikey).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(
                    "a signing key cannot be " + (mode == Cipher.DECRYPT_MODE ? "opened" : "sealed")
                            + "; was the master key changed?",
                    refused);
        }
    }
}
