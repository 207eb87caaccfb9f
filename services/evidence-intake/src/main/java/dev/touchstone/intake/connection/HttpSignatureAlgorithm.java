package dev.touchstone.intake.connection;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Algorithms of RFC 9421 section 3.3; which one it is is agreed, never taken from the message. */
public enum HttpSignatureAlgorithm {
    HMAC_SHA256("hmac-sha256", "HmacSHA256", null),
    ED25519("ed25519", "Ed25519", "Ed25519"),
    RSA_PSS_SHA512("rsa-pss-sha512", "RSASSA-PSS", "RSA"),
    RSA_V1_5_SHA256("rsa-v1_5-sha256", "SHA256withRSA", "RSA"),
    /** The signature is r and s side by side, not DER (section 3.3.4). */
    ECDSA_P256_SHA256("ecdsa-p256-sha256", "SHA256withECDSAinP1363Format", "EC");

    static final Map<String, HttpSignatureAlgorithm> WORDS = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(HttpSignatureAlgorithm::word, Function.identity()));
    private static final AlgorithmParameterSpec PSS =
            new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1);

    private final String word;
    private final String platformName;
    private final String keyAlgorithm;

    HttpSignatureAlgorithm(String word, String platformName, String keyAlgorithm) {
        this.word = word;
        this.platformName = platformName;
        this.keyAlgorithm = keyAlgorithm;
    }

    /** The name in the registry of HTTP signature algorithms. */
    public String word() {
        return word;
    }

    boolean symmetric() {
        return keyAlgorithm == null;
    }

    /** @throws GeneralSecurityException if the bytes are no such public key */
    PublicKey key(byte[] encoded) throws GeneralSecurityException {
        return PublicKeys.parse(keyAlgorithm, encoded);
    }

    /**
     * @param material the shared secret, or the encoded public key
     */
    boolean verifies(byte[] material, byte[] text, byte[] signature) {
        try {
            if (symmetric()) {
                Mac mac = Mac.getInstance(platformName);
                mac.init(new SecretKeySpec(material, platformName));
                return MessageDigest.isEqual(mac.doFinal(text), signature);
            }
            AlgorithmParameterSpec parameters = this == RSA_PSS_SHA512 ? PSS : null;
            return PublicKeys.verifies(platformName, parameters, key(material), text, signature);
        } catch (GeneralSecurityException e) {
            // A key of before the profile was changed.
            return false;
        }
    }
}
