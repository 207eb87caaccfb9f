package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.issuance.credential.Intent;
import dev.touchstone.issuance.credential.Intent.StatusPlace;
import dev.touchstone.issuance.credential.Sealing;
import dev.touchstone.issuance.document.DocumentLimits;
import dev.touchstone.issuance.document.JsonText;
import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.proof.ProofOptions;
import dev.touchstone.issuance.proof.VerificationMethodId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** An intent as stored. */
@Entity
@Table(name = "issuance_intent")
@IdClass(IntentRow.Key.class)
class IntentRow {

    record Key(String tenant, UUID decisionId, int edition) {}

    @Id
    @Column(name = "tenant_id", length = 40)
    String tenant;

    @Id
    @Column(name = "decision_id")
    UUID decisionId;

    @Id
    int edition;

    @Column(name = "credential_id")
    UUID credentialId;

    @Column(name = "list_number")
    int listNumber;

    @Column(name = "list_index")
    int listIndex;

    @Column(name = "canonical_hash", length = 64)
    String canonicalHash;

    @Column(length = 60)
    String multikey;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(columnDefinition = "text")
    String document;

    /** Costs as much as settling did: the digest is formed anew and compared. */
    Intent resume(Did issuer, JsonText json, Sealing sealing) {
        return sealing.resume(
                credentialId,
                new StatusPlace(listNumber, listIndex),
                json.read(document.getBytes(StandardCharsets.UTF_8), DocumentLimits.OWN),
                new ProofOptions(
                        createdAt,
                        VerificationMethodId.of(issuer, Multikey.parse(multikey).orElseThrow())),
                canonicalHash);
    }
}
