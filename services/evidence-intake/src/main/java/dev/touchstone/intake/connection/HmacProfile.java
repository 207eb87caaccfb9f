package dev.touchstone.intake.connection;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a sender signs its requests, as data: one engine serves every sender that signs with a shared secret.
 *
 * @param signature where the signature stands
 * @param encoding of the signature
 * @param signed what is signed
 * @param timestamp null if the sender gives no time
 * @param secretEncoding how the shared secret is written
 * @param decoded whether the body is signed as it was before it was compressed
 */
public record HmacProfile(
        Algorithm algorithm,
        HeaderElement signature,
        Encoding encoding,
        SignedText signed,
        TimestampRule timestamp,
        Encoding secretEncoding,
        boolean decoded)
        implements LocalProfile {

    /** @throws InvalidProfile if the signed text wants a time and no rule says where it stands */
    public HmacProfile {
        if (signed.needsTimestamp() && timestamp == null) {
            throw new InvalidProfile("timestamp", "is required by {timestamp}");
        }
        if (encoding == Encoding.UTF8) {
            throw new InvalidProfile("encoding", "must be hex, base64 or base64url");
        }
    }

    @Override
    public VerifierKind kind() {
        return VerifierKind.HMAC;
    }

    /** Until its time is too far away a captured request is good again, with another value in what is not signed. */
    @Override
    public boolean vouchesFor(String header) {
        return signed.covers(header);
    }

    @Override
    public Set<String> secretHeaders() {
        return Set.of(signature.header().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean readsDecodedBody() {
        return decoded;
    }

    @Override
    public String writeSecret(byte[] random) {
        return switch (secretEncoding) {
            case HEX -> HexFormat.of().formatHex(random);
            case BASE64 -> Base64.getEncoder().encodeToString(random);
            case BASE64URL, UTF8 -> Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        };
    }

    @Override
    public byte[] material(String secret) {
        return secretEncoding
                .decode(secret)
                .orElseThrow(() -> new InvalidProfile("secret", "is not in the profile's secretEncoding"));
    }

    @Override
    public Optional<Rejection> verify(List<byte[]> secrets, Arrival arrival, Instant now) {
        return new HmacVerifier(this).verify(secrets, arrival.headers(), arrival.body(), now);
    }

    /** Keyed digests. SHA-1 is not among them. */
    public enum Algorithm {
        HMAC_SHA256("HmacSHA256"),
        HMAC_SHA384("HmacSHA384"),
        HMAC_SHA512("HmacSHA512");

        private final String word;

        Algorithm(String word) {
            this.word = word;
        }

        /** The name in profiles, which is also the platform's. */
        public String word() {
            return word;
        }
    }
}
