package dev.touchstone.intake.connection;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * HTTP message signatures (RFC 9421). The secret is the shared key in Base64, or the sender's public key as
 * SubjectPublicKeyInfo in PEM or Base64.
 *
 * @param keyId what the parameter {@code keyid} must say; null for any
 * @param required components that have to be signed, at least; others may be
 * @param tolerance how far the parameter {@code created} may be from now, either way
 */
public record HttpSignatureProfile(
        HttpSignatureAlgorithm algorithm, String keyId, Set<String> required, Duration tolerance)
        implements LocalProfile {

    public HttpSignatureProfile {
        required = Set.copyOf(required);
    }

    @Override
    public VerifierKind kind() {
        return VerifierKind.HTTP_SIGNATURE;
    }

    /** Until its time is too far away a captured request is good again, with another value in what is not signed. */
    @Override
    public boolean vouchesFor(String header) {
        return required.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public Set<String> secretHeaders() {
        return Set.of("signature", "signature-input");
    }

    @Override
    public SecretUse secretUse() {
        return algorithm.symmetric() ? SecretUse.SHARED : SecretUse.PUBLIC_KEY;
    }

    @Override
    public String writeSecret(byte[] random) {
        return Base64.getEncoder().encodeToString(random);
    }

    @Override
    public byte[] material(String secret) {
        try {
            byte[] bytes = PublicKeys.unarmoured(secret);
            if (!algorithm.symmetric()) {
                algorithm.key(bytes);
            }
            return bytes;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new InvalidProfile(
                    "secret",
                    algorithm.symmetric()
                            ? "must be Base64"
                            : "must be a public key for " + algorithm.word()
                                    + ", SubjectPublicKeyInfo in PEM or Base64");
        }
    }

    @Override
    public Optional<Rejection> verify(List<byte[]> secrets, Arrival arrival, Instant now) {
        return new HttpSignatureVerifier(this, secrets, arrival, now).verify();
    }
}
