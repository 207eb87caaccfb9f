package dev.touchstone.issuance.adapter.http;

import dev.touchstone.issuance.verification.CheckResult;
import dev.touchstone.issuance.verification.Report;
import java.util.List;
import java.util.Locale;

/**
 * A verification's report as answered.
 *
 * @param verdict {@code valid}, {@code invalid} or {@code unknown}
 * @param documentHash null where the canonical form could not be made
 */
public record ReportView(String verdict, List<CheckView> checks, String documentHash) {

    /** One check: {@code pass}, {@code fail} or {@code unknown}, and why. */
    public record CheckView(String check, String outcome, String reason) {
        static CheckView of(CheckResult result) {
            return new CheckView(word(result.check()), word(result.outcome()), result.reason());
        }
    }

    static ReportView of(Report report) {
        return new ReportView(
                word(report.verdict()),
                report.checks().stream().map(CheckView::of).toList(),
                report.documentHash().orElse(null));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
