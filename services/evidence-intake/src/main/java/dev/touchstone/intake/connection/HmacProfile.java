package dev.touchstone.intake.connection;

/**
 * How a sender signs its requests, as data: one engine serves every sender that signs with a shared secret.
 *
 * @param signature where the signature stands
 * @param encoding of the signature
 * @param signed what is signed
 * @param timestamp null if the sender gives no time
 * @param secretEncoding how the shared secret is written
 */
public record HmacProfile(
        Algorithm algorithm,
        HeaderElement signature,
        Encoding encoding,
        SignedText signed,
        TimestampRule timestamp,
        Encoding secretEncoding) {

    /** @throws InvalidProfile if the signed text wants a time and no rule says where it stands */
    public HmacProfile {
        if (signed.needsTimestamp() && timestamp == null) {
            throw new InvalidProfile("timestamp", "is required by {timestamp}");
        }
        if (encoding == Encoding.UTF8) {
            throw new InvalidProfile("encoding", "must be hex, base64 or base64url");
        }
    }

    /**
     * Whether a header field may be believed beyond the signature of the body: it is signed itself, or a signed time
     * keeps a captured request from being sent again later.
     */
    public boolean vouchesFor(String header) {
        return signed.covers(header) || signed.needsTimestamp();
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
