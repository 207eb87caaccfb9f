package dev.touchstone.issuance.verification;

import dev.touchstone.issuance.document.Node;
import dev.touchstone.issuance.proof.CanonicalizationFailed;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.EddsaRdfc2022;
import dev.touchstone.issuance.proof.HashData;
import dev.touchstone.issuance.proof.Multibase;
import dev.touchstone.issuance.proof.Multikey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** Judges a single proof. */
final class ProofJudge {

    private final EddsaRdfc2022 suite;
    private final CanonicalizationLimits limits;

    ProofJudge(EddsaRdfc2022 suite, CanonicalizationLimits limits) {
        this.suite = suite;
        this.limits = limits;
    }

    /** What was found about one proof. */
    record Finding(CheckResult issuer, CheckResult key, CheckResult proof) {}

    Finding judge(Content content, Map<String, Object> proof, Knowledge knowledge, Instant now) {
        Node members = new Node(proof);
        String issuerId =
                new Node(content.secured().document()).get("issuer").id().orElse("nobody");
        if (!members.get("type").is(EddsaRdfc2022.PROOF_TYPE)
                || !members.get("cryptosuite").is(EddsaRdfc2022.CRYPTOSUITE)) {
            return unread("proofs of this kind are not read in this release; " + EddsaRdfc2022.CRYPTOSUITE + " is");
        }
        KeyFinding key =
                KeyFinding.of(issuerId, members.get("verificationMethod").text(), knowledge);
        CheckResult signature = flaw(members, now)
                .map(flaw -> CheckResult.fail(Check.PROOF, flaw))
                .orElseGet(() -> signature(content, proof, key.material()));
        return new Finding(key.issuer(), key.key(), signature);
    }

    private CheckResult signature(Content content, Map<String, Object> proof, Optional<Multikey> key) {
        if (content.failure().isPresent()) {
            return unchecked(content.failure().get());
        }
        Optional<Map<String, Object>> covered = content.secured().coveredBy(proof);
        if (covered.isEmpty()) {
            return CheckResult.fail(Check.PROOF, "a proof before it in the chain is missing");
        }
        try {
            byte[] documentHash = covered.get().containsKey("proof")
                    ? suite.documentHash(covered.get(), limits)
                    : content.hash().orElseThrow();
            Object context = content.secured().document().get("@context");
            return compare(content, suite.hash(documentHash, context, proof, limits), proof, key);
        } catch (CanonicalizationFailed failed) {
            return unchecked(failed);
        }
    }

    private static CheckResult unchecked(CanonicalizationFailed failed) {
        return CheckResult.unknown(Check.PROOF, "the signature was not checked: " + failed.getMessage());
    }

    private CheckResult compare(Content content, HashData hashes, Map<String, Object> proof, Optional<Multikey> key) {
        if (key.isEmpty()) {
            return CheckResult.unknown(Check.PROOF, "the name of the key does not spell out an Ed25519 key");
        }
        if (suite.verify(hashes, key.get(), Multibase.decode((String) proof.get("proofValue")))) {
            return CheckResult.pass(Check.PROOF, "the signature covers exactly this content");
        }
        return content.secured().embedsEqualProofs()
                ? CheckResult.unknown(
                        Check.PROOF,
                        "the signature does not match here, but the document embeds proofs that say exactly the same,"
                                + " and implementations are known to differ on such documents")
                : CheckResult.fail(
                        Check.PROOF, "the signature does not match: the content was changed, or another key was used");
    }

    private static Optional<String> flaw(Node proof, Instant now) {
        if (!proof.get("proofPurpose").is(EddsaRdfc2022.PURPOSE)) {
            return Optional.of("the proof was not made to assert anything");
        }
        if (proof.get("proofValue").text().filter(ProofJudge::isSignature).isEmpty()) {
            return Optional.of("the proof value is no multibase text of a 64-byte signature");
        }
        try {
            Optional<Instant> expires = instant(proof.get("expires"));
            instant(proof.get("created"));
            return expires.filter(now::isAfter).map(end -> "the proof expired on " + end);
        } catch (DateTimeParseException malformed) {
            return Optional.of(
                    "the proof's dates cannot be read: each must be one text, a date and time with an offset");
        }
    }

    private static boolean isSignature(String text) {
        try {
            return text.startsWith("z") && Multibase.decode(text).length == EddsaRdfc2022.SIGNATURE_LENGTH;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Anything but one text counts as malformed: an array of one would expire all the same. */
    private static Optional<Instant> instant(Node node) {
        return node.isPresent()
                ? Optional.of(OffsetDateTime.parse(node.text().orElse("")).toInstant())
                : Optional.empty();
    }

    private static Finding unread(String reason) {
        return new Finding(
                CheckResult.unknown(Check.ISSUER, reason),
                CheckResult.unknown(Check.KEY, reason),
                CheckResult.unknown(Check.PROOF, reason));
    }
}
