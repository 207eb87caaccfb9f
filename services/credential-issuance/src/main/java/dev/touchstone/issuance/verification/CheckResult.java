package dev.touchstone.issuance.verification;

/** The outcome of one check and the reason in plain words. */
public record CheckResult(Check check, Outcome outcome, String reason) {

    static CheckResult pass(Check check, String reason) {
        return new CheckResult(check, Outcome.PASS, reason);
    }

    static CheckResult fail(Check check, String reason) {
        return new CheckResult(check, Outcome.FAIL, reason);
    }

    static CheckResult unknown(Check check, String reason) {
        return new CheckResult(check, Outcome.UNKNOWN, reason);
    }
}
