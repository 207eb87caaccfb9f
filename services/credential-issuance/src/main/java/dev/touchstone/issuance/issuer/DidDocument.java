package dev.touchstone.issuance.issuer;

import dev.touchstone.issuance.document.Members;
import dev.touchstone.issuance.proof.Did;
import dev.touchstone.issuance.proof.Multikey;
import dev.touchstone.issuance.proof.VerificationMethodId;
import java.util.List;
import java.util.Map;

/**
 * The document behind an organisation's {@code did:web}. {@code assertionMethod} holds texts, because verifiers compare
 * them as texts.
 */
public final class DidDocument {

    private DidDocument() {}

    /** @param keys every key that ever signed and is not known to be compromised */
    public static Map<String, Object> of(Did.Web did, List<Multikey> keys) {
        List<String> ids = keys.stream()
                .map(key -> VerificationMethodId.of(did, key).text())
                .toList();
        return Members.object()
                .with("@context", List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"))
                .with("id", did.text())
                .with(
                        "verificationMethod",
                        keys.stream().map(key -> method(did, key)).toList())
                .with("assertionMethod", ids)
                .build();
    }

    private static Map<String, Object> method(Did.Web did, Multikey key) {
        return Members.object()
                .with("id", VerificationMethodId.of(did, key).text())
                .with("type", "Multikey")
                .with("controller", did.text())
                .with("publicKeyMultibase", key.text())
                .build();
    }
}
