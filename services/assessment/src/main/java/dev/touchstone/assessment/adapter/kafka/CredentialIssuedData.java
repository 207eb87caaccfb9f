package dev.touchstone.assessment.adapter.kafka;

import static java.util.Objects.requireNonNull;

import dev.touchstone.assessment.credential.HeldCredential;
import java.time.Instant;
import java.util.UUID;

/** CredentialIssued, as far as this service reads it. */
record CredentialIssuedData(
        UUID credentialId, UUID decisionId, UUID personId, String achievementId, LevelData level, Instant validUntil) {

    record LevelData(int ordinal) {}

    CredentialIssuedData {
        requireNonNull(credentialId, "credentialId");
        requireNonNull(decisionId, "decisionId");
        requireNonNull(personId, "personId");
        requireNonNull(achievementId, "achievementId");
    }

    HeldCredential credential() {
        return new HeldCredential(credentialId, achievementId, level == null ? 1 : level.ordinal(), validUntil, false);
    }
}
