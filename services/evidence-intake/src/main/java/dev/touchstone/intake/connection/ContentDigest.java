package dev.touchstone.intake.connection;

import dev.touchstone.intake.structured.ByteSequence;
import dev.touchstone.intake.structured.Member;
import dev.touchstone.intake.structured.StructuredDictionary;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/** The field {@code Content-Digest} (RFC 9530 section 2), over the content as sent. */
final class ContentDigest {

    static final String FIELD = "content-digest";
    /** The algorithms that the registry calls active; the others are broken and pass for absent. */
    private static final Map<String, String> ALGORITHMS = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private ContentDigest() {}

    /** Whether there is at least one known digest, and every known one is of this body. */
    static boolean isOf(Headers headers, byte[] body) {
        Map<String, Member> digests = StructuredDictionary.parse(String.join(", ", headers.all(FIELD)))
                .orElse(Map.of());
        int known = 0;
        for (Map.Entry<String, Member> digest : digests.entrySet()) {
            String algorithm = ALGORITHMS.get(digest.getKey());
            if (algorithm == null) {
                continue;
            }
            known++;
            if (!(digest.getValue() instanceof Member.Item item)
                    || !(item.value() instanceof ByteSequence stated)
                    || !MessageDigest.isEqual(digest(algorithm, body), stated.bytes())) {
                return false;
            }
        }
        return known > 0;
    }

    private static byte[] digest(String algorithm, byte[] body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
