package dev.touchstone.profile.passport;

import java.time.Instant;
import java.util.UUID;

/** What can change a passport. Facts may arrive in any order and any number of times. */
public sealed interface PassportFact {

    record PersonChanged(PersonFacts person) implements PassportFact {}

    /** @param version of the credential's state, 1 when issued */
    record CredentialIssued(UUID credentialId, long version, Award award) implements PassportFact {}

    record CredentialRevoked(UUID credentialId, long version, Instant revokedAt, String reasonCode)
            implements PassportFact {}
}
