package dev.touchstone.issuance.verification;

import dev.touchstone.issuance.verification.ProofJudge.Finding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Judges all proofs of a document together. A proof that fails spoils the document; one that cannot be read does not,
 * where another one passes: Open Badges 3.0 lets a verifier accept any one of several.
 */
final class ProofsJudge {

    private static final int MAX_PROOFS = 8;

    private final ProofJudge judge;

    ProofsJudge(ProofJudge judge) {
        this.judge = judge;
    }

    Finding judge(Content content, Knowledge knowledge, Instant now) {
        List<Map<String, Object>> proofs = content.secured().proofs();
        if (proofs.isEmpty()) {
            return new Finding(
                    CheckResult.fail(Check.ISSUER, "nothing ties the document to its issuer"),
                    CheckResult.fail(Check.KEY, "there is no key"),
                    CheckResult.fail(Check.PROOF, "the document carries no proof"));
        }
        if (proofs.size() > MAX_PROOFS) {
            String reason = "more than " + MAX_PROOFS + " proofs are not looked at";
            return new Finding(
                    CheckResult.unknown(Check.ISSUER, reason),
                    CheckResult.unknown(Check.KEY, reason),
                    CheckResult.unknown(Check.PROOF, reason));
        }
        return proofs.stream()
                .map(proof -> judge.judge(content, proof, knowledge, now))
                .min(Comparator.comparingInt(ProofsJudge::rank))
                .orElseThrow();
    }

    /** Failures first, then full passes, then what is unknown. */
    private static int rank(Finding finding) {
        List<Outcome> outcomes = List.of(
                finding.issuer().outcome(),
                finding.key().outcome(),
                finding.proof().outcome());
        if (outcomes.contains(Outcome.FAIL)) {
            return 0;
        }
        return outcomes.contains(Outcome.UNKNOWN) ? 2 : 1;
    }
}
