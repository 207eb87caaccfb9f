package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.issuance.credential.Credential;
import dev.touchstone.issuance.credential.Credential.Revocation;
import dev.touchstone.issuance.credential.RevocationReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A credential as stored, without its document. */
@Entity
@Table(name = "credential")
class CredentialRow {

    static final String ACTIVE = "active";
    static final String REVOKED = "revoked";

    @Id
    @Column(name = "credential_id")
    UUID id;

    @Column(name = "tenant_id", length = 40)
    String tenant;

    @Column(name = "decision_id")
    UUID decisionId;

    @Column(name = "person_id")
    UUID personId;

    /** Whom the signed document names: the person, unless they were merged since. */
    @Column(name = "signed_for")
    UUID signedFor;

    /** 1, and one more each time it is issued again. */
    int edition;

    @Column(name = "achievement_id", columnDefinition = "text")
    String achievementId;

    @Column(name = "achievement_version")
    int achievementVersion;

    @Column(columnDefinition = "text")
    String name;

    @Column(length = 20)
    String state;

    int version;

    @Column(name = "awarded_at")
    Instant awardedAt;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "revocation_reason", length = 40)
    String revocationReason;

    Credential credential() {
        Optional<Revocation> revocation = Optional.ofNullable(revokedAt)
                .map(at -> new Revocation(
                        at, RevocationReason.ofCode(revocationReason).orElse(RevocationReason.OTHER)));
        return new Credential(id, personId, achievementId, version, revocation);
    }

    StoredCredential stored() {
        return new StoredCredential(
                credential(),
                tenant,
                signedFor,
                new StoredCredential.Award(name, achievementVersion, awardedAt, issuedAt, validUntil));
    }
}
