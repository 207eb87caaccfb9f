package dev.touchstone.issuance.verification;

import java.util.List;

/** All checks in one word. */
public enum Verdict {
    /** Every check passed. */
    VALID,
    /** At least one check failed: broken, revoked, suspended, expired, not valid yet. */
    INVALID,
    /** Nothing failed, but something could not be found out. */
    UNKNOWN;

    static Verdict of(List<CheckResult> results) {
        if (results.stream().anyMatch(result -> result.outcome() == Outcome.FAIL)) {
            return INVALID;
        }
        boolean complete = results.size() == Check.values().length
                && results.stream().allMatch(result -> result.outcome() == Outcome.PASS);
        return complete ? VALID : UNKNOWN;
    }
}
