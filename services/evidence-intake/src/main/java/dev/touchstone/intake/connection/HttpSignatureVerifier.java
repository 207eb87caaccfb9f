package dev.touchstone.intake.connection;

import dev.touchstone.intake.structured.ByteSequence;
import dev.touchstone.intake.structured.Member;
import dev.touchstone.intake.structured.StructuredDictionary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies a message signature (RFC 9421 section 3.2). A message may bear several, of proxies for instance; one that
 * meets the profile is enough, and at most {@value #MOST} are tried.
 */
final class HttpSignatureVerifier {

    private static final int MOST = 5;

    private final HttpSignatureProfile profile;
    private final List<byte[]> secrets;
    private final Arrival arrival;
    private final Instant now;

    HttpSignatureVerifier(HttpSignatureProfile profile, List<byte[]> secrets, Arrival arrival, Instant now) {
        this.profile = profile;
        this.secrets = secrets;
        this.arrival = arrival;
        this.now = now;
    }

    Optional<Rejection> verify() {
        List<String> inputFields = arrival.headers().all("Signature-Input");
        List<String> signatureFields = arrival.headers().all("Signature");
        if (inputFields.isEmpty() || signatureFields.isEmpty()) {
            return Optional.of(Rejection.SIGNATURE_MISSING);
        }
        Map<String, Member> inputs = dictionary(inputFields);
        Map<String, Member> signatures = dictionary(signatureFields);
        Rejection last = Rejection.SIGNATURE_UNREADABLE;
        int tried = 0;
        for (Map.Entry<String, Member> entry : inputs.entrySet()) {
            if (tried++ == MOST) {
                break;
            }
            Optional<Rejection> rejection = entry.getValue() instanceof Member.InnerList input
                            && signatures.get(entry.getKey()) instanceof Member.Item signature
                            && signature.value() instanceof ByteSequence bytes
                    ? verify(input, bytes.bytes())
                    : Optional.of(Rejection.SIGNATURE_UNREADABLE);
            if (rejection.isEmpty()) {
                return Optional.empty();
            }
            last = rejection.get();
        }
        return Optional.of(last);
    }

    private Optional<Rejection> verify(Member.InnerList input, byte[] signature) {
        Optional<Rejection> refused = unfit(input.parameters()).or(() -> untimely(input.parameters()));
        if (refused.isPresent()) {
            return refused;
        }
        Set<Object> covered = SignatureBase.whole(input);
        if (!covered.containsAll(profile.required())) {
            return Optional.of(Rejection.NOT_COVERED);
        }
        String base;
        try {
            base = SignatureBase.of(input, arrival);
        } catch (SignatureBase.NoBase e) {
            return Optional.of(e.reason());
        }
        // header fields are held as the bytes that came, one character each
        return compare(base.getBytes(StandardCharsets.ISO_8859_1), signature)
                .or(() ->
                        covered.contains(ContentDigest.FIELD) && !ContentDigest.isOf(arrival.headers(), arrival.body())
                                ? Optional.of(Rejection.DIGEST_MISMATCH)
                                : Optional.empty());
    }

    private Optional<Rejection> unfit(Map<String, Object> parameters) {
        Object algorithm = parameters.get("alg");
        if (algorithm != null && !algorithm.equals(profile.algorithm().word())) {
            return Optional.of(Rejection.ALGORITHM_REFUSED);
        }
        return profile.keyId() == null || profile.keyId().equals(parameters.get("keyid"))
                ? Optional.empty()
                : Optional.of(Rejection.KEY_UNKNOWN);
    }

    private Optional<Rejection> untimely(Map<String, Object> parameters) {
        Object created = parameters.get("created");
        Object expires = parameters.get("expires");
        if (created == null) {
            return Optional.of(Rejection.TIMESTAMP_MISSING);
        }
        if (!(created instanceof Long seconds) || expires != null && !(expires instanceof Long)) {
            return Optional.of(Rejection.TIMESTAMP_UNREADABLE);
        }
        Duration age = Duration.between(Instant.ofEpochSecond(seconds), now);
        if (age.abs().compareTo(profile.tolerance()) > 0) {
            return Optional.of(Rejection.TIMESTAMP_STALE);
        }
        return expires instanceof Long end && now.isAfter(Instant.ofEpochSecond(end))
                ? Optional.of(Rejection.EXPIRED)
                : Optional.empty();
    }

    private Optional<Rejection> compare(byte[] base, byte[] signature) {
        boolean comparable = false;
        boolean matched = false;
        for (byte[] secret : secrets) {
            if (secret.length > 0) {
                comparable = true;
                matched |= profile.algorithm().verifies(secret, base, signature);
            }
        }
        return LiveSecrets.outcome(comparable, matched);
    }

    private static Map<String, Member> dictionary(List<String> fields) {
        return StructuredDictionary.parse(String.join(", ", fields)).orElse(Map.of());
    }
}
