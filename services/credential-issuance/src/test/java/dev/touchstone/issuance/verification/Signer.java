package dev.touchstone.issuance.verification;

import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.adapter.jsonld.Suites;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.proof.EddsaRdfc2022;
import dev.touchstone.issuance.proof.HashData;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.proof.ProofOptions;
import dev.touchstone.issuance.proof.VerificationMethodId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The document with a proof that holds only until then. */
    Map<String, Object> signUntil(Map<String, Object> document, Did issuer, String end) {
        Map<String, Object> proof = new ProofOptions(SIGNED, VerificationMethodId.of(issuer, key)).members();
        proof.put("expires", end);
        HashData hashes = suite.hash(document, proof, CanonicalizationLimits.OWN);
        proof.put("proofValue", suite.sign(hashes, seed));
        Map<String, Object> signed = new LinkedHashMap<>(document);
        signed.put("proof", List.of(proof));
        return signed;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> proofOf(Map<String, Object> document) {
        return ((List<Map<String, Object>>) document.get("proof")).get(0);
    }

    Knowledge knowing(Map<String, Map<String, Object>> lists) {
        return new Knowledge(java.util.Optional.of(Set.of(key)), lists);
    }
}
