package dev.touchstone.issuance.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cryptosuite {@code eddsa-rdfc-2022} (vc-di-eddsa section 3.2): RDFC-1.0, SHA-256, Ed25519. */
public final class EddsaRdfc2022 {

    public static final String CRYPTOSUITE = "eddsa-rdfc-2022";
    public static final String PROOF_TYPE = "DataIntegrityProof";
    public static final String PURPOSE = "assertionMethod";
    public static final int SIGNATURE_LENGTH = 64;

    private final Canonicalizer canonicalizer;
    private final Ed25519 ed25519;

    public EddsaRdfc2022(Canonicalizer canonicalizer, Ed25519 ed25519) {
        this.canonicalizer = canonicalizer;
        this.ed25519 = ed25519;
    }

    /**
     * The SHA-256 of the canonical document.
     *
     * @param document may carry proofs: they are hashed too, as a proof chain wants; strip them before otherwise
     * @throws CanonicalizationFailed as the canonicalizer says
     */
    public byte[] documentHash(Map<String, Object> document, CanonicalizationLimits limits) {
        return sha256(canonicalizer.canonicalize(document, limits));
    }

    /**
     * Hashes the options of a proof over a document.
     *
     * @param context the document's {@code @context}, which applies to the proof
     * @param proof the proof's members; {@code proofValue} is left out
     * @throws CanonicalizationFailed as the canonicalizer says
     */
    public HashData hash(
            byte[] documentHash, Object context, Map<String, Object> proof, CanonicalizationLimits limits) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("@context", context);
        options.putAll(proof);
        options.remove("proofValue");
        return new HashData(sha256(canonicalizer.canonicalize(options, limits)), documentHash);
    }

    /** Both of the above at once. */
    public HashData hash(Map<String, Object> document, Map<String, Object> proof, CanonicalizationLimits limits) {
        return hash(documentHash(document, limits), document.get("@context"), proof, limits);
    }

    /** The {@code proofValue} for what was hashed. */
    public String sign(HashData hashes, byte[] seed) {
        return Multibase.base58(ed25519.sign(seed, hashes.combined()));
    }

    public boolean verify(HashData hashes, Multikey key, byte[] signature) {
        return signature.length == SIGNATURE_LENGTH && ed25519.verify(key, hashes.combined(), signature);
    }

    /** The document with its finished proof. */
    public static Map<String, Object> secured(Map<String, Object> document, ProofOptions options, String proofValue) {
        Map<String, Object> proof = options.members();
        proof.put("proofValue", proofValue);
        Map<String, Object> secured = new LinkedHashMap<>(document);
        secured.put("proof", List.of(proof));
        return secured;
    }

    /** Signs in one go, for documents that need no intent on record. */
    public Map<String, Object> prove(Map<String, Object> document, ProofOptions options, byte[] seed) {
        HashData hashes = hash(document, options.members(), CanonicalizationLimits.OWN);
        return secured(document, options, sign(hashes, seed));
    }

    private static byte[] sha256(String canonical) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
