package dev.touchstone.issuance.credential;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the credentials stream is told. Absent values are null and left out. */
public sealed interface CredentialEvent {

    String TOPIC = "touchstone.credentials";

    String type();

    UUID credentialId();

    UUID personId();

    Instant happenedAt();

    /** {@code dev.touchstone.credential.issued.v1} */
    record Issued(
            UUID credentialId,
            int version,
            UUID decisionId,
            UUID personId,
            String achievementId,
            int achievementVersion,
            String achievementName,
            LevelReached level,
            List<SkillShown> skills,
            String basis,
            int evidenceCount,
            Instant awardedDate,
            Instant validFrom,
            Instant validUntil,
            String url,
            Instant issuedAt)
            implements CredentialEvent {

        public static final String TYPE = "dev.touchstone.credential.issued.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Instant happenedAt() {
            return issuedAt;
        }
    }

    /** {@code dev.touchstone.credential.revoked.v1} */
    record Revoked(
            UUID credentialId, int version, UUID personId, String achievementId, Instant revokedAt, String reasonCode)
            implements CredentialEvent {

        public static final String TYPE = "dev.touchstone.credential.revoked.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Instant happenedAt() {
            return revokedAt;
        }
    }

    record LevelReached(UUID levelId, int ordinal, String name) {}

    record SkillShown(String skillId, String name, int ordinal, String levelName) {}
}
