package dev.touchstone.assessment.adapter.kafka;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** CredentialRevoked, as far as this service reads it. */
record CredentialRevokedData(UUID credentialId, UUID personId, String achievementId) {

    CredentialRevokedData {
        requireNonNull(credentialId, "credentialId");
        requireNonNull(personId, "personId");
        requireNonNull(achievementId, "achievementId");
    }
}
