package dev.touchstone.issuance.verification;

import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.adapter.jsonld.Suites;
import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.proof.EddsaRdfc2022;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.proof.ProofOptions;
import dev.touchstone.issuance.proof.VerificationMethodId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A key and what can be done with it in tests. */
final class Signer {

    static final Instant SIGNED = Instant.parse("2026-11-02T09:31:00Z");

    private final byte[] seed = new BouncyCastleEd25519().newSeed();
    private final Multikey key = new BouncyCastleEd25519().publicKey(seed);
    private final EddsaRdfc2022 suite = Suites.standard();

    Multikey key() {
        return key;
    }

    Map<String, Object> sign(Map<String, Object> document, Did issuer) {
        return suite.prove(document, new ProofOptions(SIGNED, VerificationMethodId.of(issuer, key)), seed);
    }

    Knowledge knowing(Map<String, Map<String, Object>> lists) {
        return new Knowledge(java.util.Optional.of(Set.of(key)), lists);
    }
}
