package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.issuance.issuer.IssuerProfile;
import dev.touchstone.issuance.issuer.KeyPurpose;
import dev.touchstone.issuance.issuer.KeyVault;
import dev.touchstone.issuance.issuer.SigningKey;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.proof.VerificationMethodId;
import java.time.Instant;
import java.util.List;

/** An organisation with its profile and all the keys it ever signed with. */
public record StoredIssuer(String tenant, IssuerProfile profile, List<Key> keys) {

    /** The public side of a key. */
    public record Key(Multikey publicKey, String purpose, Instant createdAt, Instant retiredAt, Sealed seed) {

        SigningKey open(String tenant, KeyVault vault) {
            return new SigningKey(publicKey, vault.open(tenant, publicKey.text(), seed.bytes()));
        }
    }

    /** Kept out of every text form. */
    record Sealed(byte[] bytes) {
        @Override
        public String toString() {
            return "sealed";
        }
    }

    public List<Multikey> publicKeys() {
        return keys.stream().map(Key::publicKey).toList();
    }

    /** The key that signs for this purpose now. */
    Key active(KeyPurpose purpose) {
        return keys.stream()
                .filter(key -> key.retiredAt() == null && key.purpose().equals(IssuerKeyRow.word(purpose)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(tenant + " has no active key for " + purpose));
    }

    Key byKeyId(VerificationMethodId id) {
        return keys.stream()
                .filter(key -> key.publicKey().text().equals(id.fragment()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(tenant + " does not have the key " + id.text()));
    }
}
