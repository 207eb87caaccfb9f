package dev.touchstone.intake.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Comparison of what was presented with the live secrets. */
final class LiveSecrets {

    private LiveSecrets() {}

    /** The time taken does not tell which secret, or how much of it, was right. An empty secret matches nothing. */
    static Optional<Rejection> compare(List<byte[]> secrets, String presented) {
        byte[] given = presented.getBytes(StandardCharsets.UTF_8);
        boolean comparable = false;
        boolean matched = false;
        for (byte[] secret : secrets) {
            comparable |= secret.length > 0;
            matched |= secret.length > 0 && MessageDigest.isEqual(secret, given);
        }
        return outcome(comparable, matched);
    }

    static Optional<Rejection> outcome(boolean comparable, boolean matched) {
        if (matched) {
            return Optional.empty();
        }
        return Optional.of(comparable ? Rejection.MISMATCH : Rejection.NO_SECRET);
    }

    /** What stands behind the scheme in the field {@code Authorization}; empty if it is another scheme. */
    static Optional<String> credentials(Headers headers, String scheme) {
        return headers.single("Authorization")
                .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
                .map(value -> value.substring(scheme.length() + 1).strip());
    }
}
