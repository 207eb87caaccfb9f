package dev.touchstone.intake.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Standard Webhooks 1.0.0: {@code v1} with a shared secret ({@code whsec_…}) and {@code v1a} with the sender's public
 * key ({@code whpk_…}). The secrets of a rotation may be of either sort.
 *
 * @param tolerance how far the signed time may be from now, either way
 * @param decoded whether the body is signed as it was before it was compressed
 */
public record StandardWebhooksProfile(Duration tolerance, boolean decoded) implements LocalProfile {

    static final String SHARED = "whsec_";
    static final String PUBLIC = "whpk_";
    private static final int SHORTEST = 16;

    @Override
    public VerifierKind kind() {
        return VerifierKind.STANDARD_WEBHOOKS;
    }

    /** Until its time is too far away a captured request is good again, with another value in what is not signed. */
    @Override
    public boolean vouchesFor(String header) {
        return StandardWebhooksVerifier.SIGNED.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public Set<String> secretHeaders() {
        return Set.of("webhook-signature");
    }

    @Override
    public boolean readsDecodedBody() {
        return decoded;
    }

    @Override
    public String writeSecret(byte[] random) {
        return SHARED + Base64.getEncoder().encodeToString(random);
    }

    /** The text itself: its prefix tells what sort of key it is. */
    @Override
    public byte[] material(String secret) {
        if (StandardWebhooksKey.parse(secret).filter(key -> key.fits(SHORTEST)).isEmpty()) {
            throw new InvalidProfile(
                    "secret",
                    "must be whsec_ with at least " + SHORTEST + " bytes, or whpk_ with an ed25519 key, in Base64");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Rejection> verify(List<byte[]> secrets, Arrival arrival, Instant now) {
        return StandardWebhooksVerifier.verify(this, secrets, arrival, now);
    }
}
