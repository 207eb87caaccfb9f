package dev.touchstone.issuance.lint;

import static dev.touchstone.issuance.lint.Texts.instant;

import dev.touchstone.issuance.document.Node;
import java.time.Instant;
import java.util.Optional;

/** Ends come after beginnings. */
final class DateRules implements Rule {

    @Override
    public void check(Node credential, Findings findings) {
        findings.require(
                inOrder(instant(credential.get("validFrom")), instant(credential.get("validUntil")), false),
                "validity-period",
                "/validUntil",
                "validUntil must come after validFrom");
        Node subject = credential.get("credentialSubject");
        findings.require(
                inOrder(instant(subject.get("activityStartDate")), instant(subject.get("activityEndDate")), true),
                "activity-period",
                "/credentialSubject/activityEndDate",
                "activityEndDate must not come before activityStartDate");
    }

    private static boolean inOrder(Optional<Instant> from, Optional<Instant> until, boolean mayCoincide) {
        if (from.isEmpty() || until.isEmpty()) {
            return true;
        }
        int order = from.get().compareTo(until.get());
        return order < 0 || (mayCoincide && order == 0);
    }
}
