package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.issuance.credential.Credential;
import java.time.Instant;

/** A credential with what is stored around it. */
public record StoredCredential(Credential credential, String tenant, Award award) {

    /**
     * What was awarded and when.
     *
     * @param validUntil null where it does not expire
     */
    public record Award(String name, int achievementVersion, Instant awardedAt, Instant issuedAt, Instant validUntil) {}

    /** {@code active}, {@code expired} or {@code revoked}. */
    public String state(Instant now) {
        if (credential.revocation().isPresent()) {
            return CredentialRow.REVOKED;
        }
        return award.validUntil() != null && now.isAfter(award.validUntil()) ? "expired" : CredentialRow.ACTIVE;
    }
}
