package dev.touchstone.intake.connection;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Public keys of senders, and signatures made with their other halves. */
final class PublicKeys {

    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ED25519_BYTES = 32;
    private static final int SHORTEST_RSA = 2048;
    private static final int P256_BITS = 256;

    private PublicKeys() {}

    /** From the 32 bytes of RFC 8032. */
    static PublicKey ed25519(byte[] raw) throws GeneralSecurityException {
        if (raw.length != ED25519_BYTES) {
            throw new GeneralSecurityException("not 32 bytes");
        }
        byte[] encoded = new byte[ED25519_HEAD.length + raw.length];
        System.arraycopy(ED25519_HEAD, 0, encoded, 0, ED25519_HEAD.length);
        System.arraycopy(raw, 0, encoded, ED25519_HEAD.length, raw.length);
        return parse("Ed25519", encoded);
    }

    /**
     * From SubjectPublicKeyInfo (RFC 5280), as {@code openssl pkey -pubout} writes it.
     *
     * @param algorithm name on this platform: Ed25519, RSA or EC
     * @throws GeneralSecurityException if it is another sort of key, or one too weak
     */
    static PublicKey parse(String algorithm, byte[] encoded) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
            throw new GeneralSecurityException("shorter than 2048 bits");
        }
        if (key instanceof ECPublicKey curve && curve.getParams().getOrder().bitLength() != P256_BITS) {
            throw new GeneralSecurityException("not on P-256");
        }
        return key;
    }

    /** The bytes of a key in PEM, or in Base64 without its armour. */
    static byte[] unarmoured(String text) {
        String bare = text.replace("-----BEGIN PUBLIC KEY-----", "")
                .replace("-----END PUBLIC KEY-----", "")
                .replaceAll("\\s", "");
        return Base64.getDecoder().decode(bare);
    }

    /** False for what is no signature at all, too. */
    static boolean verifies(
            String algorithm, AlgorithmParameterSpec parameters, PublicKey key, byte[] text, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(algorithm);
            verification.initVerify(key);
            if (parameters != null) {
                verification.setParameter(parameters);
            }
            verification.update(text);
            return verification.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            // The platform's decoders of signatures fail in more ways than they declare.
            return false;
        }
    }
}
