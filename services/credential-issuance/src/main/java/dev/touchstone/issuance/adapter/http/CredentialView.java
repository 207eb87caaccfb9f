package dev.touchstone.issuance.adapter.http;

import dev.touchstone.issuance.adapter.postgres.StoredCredential;
import dev.touchstone.issuance.credential.Credential;
import dev.touchstone.issuance.credential.Credential.Revocation;
import dev.touchstone.issuance.publication.PublicAddresses;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A credential in a list.
 *
 * @param signedFor whom its document names, where that is somebody who was merged into the earner since; else absent
 */
public record CredentialView(
        UUID credentialId,
        UUID personId,
        UUID signedFor,
        String achievementId,
        int achievementVersion,
        String name,
        String state,
        Instant awardedAt,
        Instant issuedAt,
        Instant validUntil,
        Instant revokedAt,
        String revocationReason,
        URI url) {

    static CredentialView of(StoredCredential stored, PublicAddresses addresses, Instant now) {
        Credential credential = stored.credential();
        Optional<Revocation> revocation = credential.revocation();
        return new CredentialView(
                credential.id(),
                credential.personId(),
                stored.signedFor().equals(credential.personId()) ? null : stored.signedFor(),
                credential.achievementId(),
                stored.award().achievementVersion(),
                stored.award().name(),
                stored.state(now),
                stored.award().awardedAt(),
                stored.award().issuedAt(),
                stored.award().validUntil(),
                revocation.map(Revocation::at).orElse(null),
                revocation.map(Revocation::reason).map(reason -> reason.code()).orElse(null),
                addresses.credential(credential.id()));
    }
}
