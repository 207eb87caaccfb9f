package dev.touchstone.intake.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * No proof but the 128 random bits of the address. What comes this way is declared, never verified, and changes
 * nobody's data.
 */
public record UnsignedProfile() implements LocalProfile {

    @Override
    public VerifierKind kind() {
        return VerifierKind.UNSIGNED;
    }

    @Override
    public boolean vouchesFor(String header) {
        return false;
    }

    @Override
    public SecretUse secretUse() {
        return SecretUse.NONE;
    }

    @Override
    public Optional<Rejection> verify(List<byte[]> secrets, Arrival arrival, Instant now) {
        return Optional.empty();
    }
}
