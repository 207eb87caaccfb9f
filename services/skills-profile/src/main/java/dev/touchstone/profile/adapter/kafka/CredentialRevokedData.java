package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.profile.passport.PassportFact;
import java.time.Instant;
import java.util.UUID;

/** CredentialRevoked, as far as this service reads it. */
record CredentialRevokedData(UUID credentialId, Long version, UUID personId, Instant revokedAt, String reasonCode) {

    PassportFact fact() {
        return new PassportFact.CredentialRevoked(credentialId, version, Required.milliseconds(revokedAt), reasonCode);
    }

    void check(Required required) {
        required.field("credentialId", credentialId)
                .field("version", version)
                .field("personId", personId)
                .field("revokedAt", revokedAt)
                .field("reasonCode", reasonCode);
    }
}
