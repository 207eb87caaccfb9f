package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.credential.HeldCredential;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Written by statement, because a revocation may be there before the issue; read here. */
@Entity
@Immutable
@Table(name = "credential")
class CredentialRow {

    @Id
    @Column(name = "credential_id")
    UUID credentialId;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "person_id")
    UUID personId;

    @Column(name = "achievement_id")
    String achievementId;

    @Column(name = "level")
    Integer level;

    @Column(name = "decision_id")
    UUID decisionId;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "revoked")
    boolean revoked;

    HeldCredential credential() {
        return new HeldCredential(credentialId, achievementId, level == null ? 1 : level, validUntil, revoked);
    }
}
