package dev.touchstone.issuance.credential;

import dev.touchstone.issuance.badge.Badge;
import dev.touchstone.issuance.document.Node;
import dev.touchstone.issuance.proof.HashData;
import dev.touchstone.issuance.proof.ProofOptions;
import java.util.Map;
import java.util.UUID;

/**
 * What is about to be signed, settled before the key is touched. Whatever goes wrong afterwards, the same decision leads
 * to the same credential, byte for byte.
 *
 * @param place in the status list, as the document names it
 * @param document complete but for its proof
 * @param options when and with which key it is signed
 * @param hashes what the signature will cover
 */
public record Intent(
        UUID credentialId, StatusPlace place, Map<String, Object> document, ProofOptions options, HashData hashes) {

    /** Hexadecimal SHA-256 of the canonical document. */
    public String canonicalHash() {
        return hashes.documentHex();
    }

    /** Whom the document names. */
    public UUID subject() {
        String id = new Node(document)
                .get("credentialSubject")
                .get("id")
                .text()
                .orElseThrow(() -> new IllegalStateException("a badge without a subject"));
        return UUID.fromString(id.substring(Badge.PERSON.length()));
    }

    /** A place in a status list of the organisation. */
    public record StatusPlace(int listNumber, int listIndex) {}
}
