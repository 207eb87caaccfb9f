package dev.touchstone.issuance.verification;

import dev.touchstone.issuance.proof.CanonicalizationFailed;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.EddsaRdfc2022;
import dev.touchstone.issuance.proof.SecuredDocument;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** A document with the digest of what its proofs cover, formed once, or the reason why it cannot be formed. */
record Content(SecuredDocument secured, Optional<byte[]> hash, Optional<CanonicalizationFailed> failure) {

    static Content of(Map<String, Object> document, EddsaRdfc2022 suite, CanonicalizationLimits limits) {
        SecuredDocument secured = new SecuredDocument(document);
        try {
            return new Content(secured, Optional.of(suite.documentHash(secured.unsecured(), limits)), Optional.empty());
        } catch (CanonicalizationFailed failed) {
            return new Content(secured, Optional.empty(), Optional.of(failed));
        }
    }

    Optional<String> hex() {
        return hash.map(HexFormat.of()::formatHex);
    }

    CheckResult contexts() {
        if (failure.isEmpty()) {
            return CheckResult.pass(Check.CONTEXTS, "every term is defined by a context this release carries");
        }
        String reason = failure.get().getMessage();
        return switch (failure.get().reason()) {
            case UNKNOWN_CONTEXT, TOO_COMPLEX -> CheckResult.unknown(Check.CONTEXTS, reason);
            case UNSIGNED_CONTENT, INVALID -> CheckResult.fail(Check.CONTEXTS, reason);
        };
    }
}
