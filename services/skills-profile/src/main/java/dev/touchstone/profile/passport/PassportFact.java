package dev.touchstone.profile.passport;

import java.time.Instant;
import java.util.UUID;

/** What can change a passport. Facts may arrive in any order and any number of times. */
public sealed interface PassportFact {

    record PersonChanged(PersonFacts person) implements PassportFact {}

    /**
     * The person was found to be another.
     *
     * @param version of the person's state, as in {@link PersonFacts}
     */
    record PersonMerged(UUID into, long version) implements PassportFact {}

    /** @param version of the credential's state, 1 when issued */
    record CredentialIssued(UUID credentialId, long version, Award award) implements PassportFact {}

    record CredentialRevoked(UUID credentialId, long version, Instant revokedAt, String reasonCode)
            implements PassportFact {}
}
