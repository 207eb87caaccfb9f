package dev.touchstone.intake.adapter.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** SHA-2 digests in hexadecimal; their length tells which. */
final class Digests {

    private static final Map<Integer, String> ALGORITHMS =
            Map.of(56, "SHA-224", 64, "SHA-256", 96, "SHA-384", 128, "SHA-512");

    private Digests() {}

    static boolean isOf(String digest, byte[] content) {
        String algorithm = ALGORITHMS.get(digest.length());
        if (algorithm == null) {
            return false;
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(content))
                    .equalsIgnoreCase(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
