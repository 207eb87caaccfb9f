package dev.touchstone.issuance.credential;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * A signed credential and whether it still holds. The signed document never changes; its state does.
 *
 * @param version 1 when issued; grows with each change of state, so that readers can tell a late event from a new one
 */
public record Credential(UUID id, UUID personId, String achievementId, int version, Optional<Revocation> revocation) {

    /** When and why it stopped to hold. */
    public record Revocation(Instant at, RevocationReason reason) {}

    /** The credential as it is after a change, and the event that tells of it. */
    public record Change(Credential credential, CredentialEvent event) {}

    /** Empty where it is revoked already: the first reason stands, however often it is asked for. */
    public Optional<Change> revoke(RevocationReason reason, Instant now) {
        if (revocation.isPresent()) {
            return Optional.empty();
        }
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        int next = version + 1;
        return Optional.of(new Change(
                new Credential(id, personId, achievementId, next, Optional.of(new Revocation(at, reason))),
                new CredentialEvent.Revoked(id, next, personId, achievementId, at, reason.code())));
    }
}
