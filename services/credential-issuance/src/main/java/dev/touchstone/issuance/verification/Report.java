package dev.touchstone.issuance.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found: one result for each {@link Check}, in their order.
 *
 * @param documentHash hexadecimal SHA-256 of the canonical document without proofs, where it could be formed
 */
public record Report(Verdict verdict, List<CheckResult> checks, Optional<String> documentHash) {

    static Report of(List<CheckResult> checks, Optional<String> documentHash) {
        return new Report(Verdict.of(checks), checks, documentHash);
    }

    /** The report on bytes that could not be read at all. */
    static Report unreadable(String reason) {
        List<CheckResult> checks = Arrays.stream(Check.values())
                .map(check -> check == Check.PARSE
                        ? CheckResult.fail(check, reason)
                        : CheckResult.unknown(check, "not looked at, because the document could not be read"))
                .toList();
        return of(checks, Optional.empty());
    }
}
