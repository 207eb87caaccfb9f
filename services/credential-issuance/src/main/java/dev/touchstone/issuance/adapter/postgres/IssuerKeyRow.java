package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.issuance.issuer.KeyPurpose;
import dev.touchstone.issuance.proof.Multikey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** A signing key as stored: its seed is sealed. */
@Entity
@Table(name = "issuer_key")
class IssuerKeyRow {

    @Id
    @Column(length = 60)
    String multikey;

    @Column(name = "tenant_id", length = 40)
    String tenant;

    @Column(length = 20)
    String purpose;

    @Column(name = "sealed_seed")
    byte[] sealedSeed;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "retired_at")
    Instant retiredAt;

    static String word(KeyPurpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    StoredIssuer.Key key() {
        return new StoredIssuer.Key(
                Multikey.parse(multikey).orElseThrow(),
                purpose,
                createdAt,
                retiredAt,
                new StoredIssuer.Sealed(sealedSeed));
    }
}
