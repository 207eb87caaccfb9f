package dev.touchstone.profile.passport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * All that is known of one credential.
 *
 * @param version of the newest fact about its state
 * @param award null as long as only its revocation has arrived
 * @param revokedAt null unless revoked, as is {@code reasonCode}
 */
public record HeldCredential(
        UUID credentialId, long version, CredentialState state, Award award, Instant revokedAt, String reasonCode) {

    static HeldCredential unknown(UUID credentialId) {
        return new HeldCredential(credentialId, 0, CredentialState.ISSUED, null, null, null);
    }

    /** The newest version decides the state, and what was said first about an issued credential stays. */
    HeldCredential issued(long issuedVersion, Award issued) {
        Award kept = award == null ? issued : award;
        return issuedVersion > version
                ? new HeldCredential(credentialId, issuedVersion, CredentialState.ISSUED, kept, null, null)
                : new HeldCredential(credentialId, version, state, kept, revokedAt, reasonCode);
    }

    HeldCredential revoked(long revokedVersion, Instant at, String reason) {
        boolean newer = revokedVersion > version || (revokedVersion == version && state == CredentialState.ISSUED);
        return newer
                ? new HeldCredential(credentialId, revokedVersion, CredentialState.REVOKED, award, at, reason)
                : this;
    }

    /** What makes it what it is. */
    List<PassportFact> facts() {
        List<PassportFact> facts = new ArrayList<>();
        if (award != null) {
            facts.add(new PassportFact.CredentialIssued(
                    credentialId, state == CredentialState.ISSUED ? version : 1, award));
        }
        if (state == CredentialState.REVOKED) {
            facts.add(new PassportFact.CredentialRevoked(credentialId, version, revokedAt, reasonCode));
        }
        return facts;
    }

    /** Counts towards skills, as far as its dates allow. */
    public boolean counts() {
        return award != null && state == CredentialState.ISSUED;
    }
}
