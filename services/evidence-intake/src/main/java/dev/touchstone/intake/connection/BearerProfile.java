package dev.touchstone.intake.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A bearer token (RFC 6750) in the field {@code Authorization}; the secret is the token. */
public record BearerProfile() implements LocalProfile {

    @Override
    public VerifierKind kind() {
        return VerifierKind.BEARER;
    }

    @Override
    public boolean vouchesFor(String header) {
        return true;
    }

    @Override
    public Optional<Rejection> verify(List<byte[]> secrets, Arrival arrival, Instant now) {
        return LiveSecrets.credentials(arrival.headers(), "Bearer")
                .map(token -> LiveSecrets.compare(secrets, token))
                .orElse(Optional.of(Rejection.CREDENTIALS_MISSING));
    }
}
