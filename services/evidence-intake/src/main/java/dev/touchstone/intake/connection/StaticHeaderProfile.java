package dev.touchstone.intake.connection;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A header field whose value is the secret; for senders that can be given fixed header fields and nothing else. */
public record StaticHeaderProfile(String header) implements LocalProfile {

    @Override
    public VerifierKind kind() {
        return VerifierKind.STATIC_HEADER;
    }

    @Override
    public boolean vouchesFor(String name) {
        return true;
    }

    @Override
    public Set<String> secretHeaders() {
        return Set.of(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<Rejection> verify(List<byte[]> secrets, Arrival arrival, Instant now) {
        return arrival.headers()
                .single(header)
                .map(value -> LiveSecrets.compare(secrets, value))
                .orElse(Optional.of(Rejection.CREDENTIALS_MISSING));
    }
}
