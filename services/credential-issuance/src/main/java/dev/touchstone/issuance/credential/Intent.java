package dev.touchstone.issuance.credential;

import dev.touchstone.issuance.proof.ProofOptions;
import java.util.Map;
import java.util.UUID;

/**
 * What is about to be signed, settled before the key is touched. Whatever goes wrong afterwards, the same decision leads
 * to the same credential, byte for byte.
 *
 * @param listIndex place in the status list that the document names
 * @param document complete but for its proof
 * @param canonicalHash hexadecimal SHA-256 of the canonical document
 * @param options when and with which key it is signed
 */
public record Intent(
        UUID credentialId,
        StatusPlace place,
        Map<String, Object> document,
        String canonicalHash,
        ProofOptions options) {

    /** A place in a status list of the organisation. */
    public record StatusPlace(int listNumber, int listIndex) {}
}
