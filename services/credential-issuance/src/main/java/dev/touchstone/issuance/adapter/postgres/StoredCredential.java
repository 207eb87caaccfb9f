package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.issuance.credential.Credential;
import java.time.Instant;
import java.util.UUID;

/**
 * A credential with what is stored around it.
 *
 * @param signedFor whom its document names: the earner, unless they were merged into somebody else since
 */
public record StoredCredential(Credential credential, String tenant, UUID signedFor, Award award) {

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
