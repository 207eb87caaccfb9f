package dev.touchstone.issuance.proof;

import java.util.Map;

/**
 * A published signature and what leads to it.
 *
 * @param secretKey Multikey text of the published private key
 * @param documentHash hexadecimal SHA-256 of the canonical document, null where the publisher gives none
 * @param proofHash the same for the proof options
 * @param proof which of the document's proofs
 */
public record Vector(
        String name,
        String publicKey,
        String secretKey,
        String documentHash,
        String proofHash,
        int proof,
        Map<String, Object> document) {

    private static final int PREFIX = 2;
    private static final int SEED = 32;

    public Map<String, Object> proofMembers() {
        return new SecuredDocument(document).proofs().get(proof);
    }

    /** The seed: some publishers append the public key to it. */
    public byte[] seed() {
        return java.util.Arrays.copyOfRange(Multibase.decode(secretKey), PREFIX, PREFIX + SEED);
    }

    @Override
    public String toString() {
        return name;
    }
}
