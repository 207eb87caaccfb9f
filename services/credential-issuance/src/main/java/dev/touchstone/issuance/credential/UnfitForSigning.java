package dev.touchstone.issuance.credential;

import dev.touchstone.issuance.lint.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** The credential breaks a rule, so it is not signed. */
public class UnfitForSigning extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_MESSAGES = 5;

    public UnfitForSigning(List<Finding> findings) {
        super(findings.stream()
                .limit(MAX_MESSAGES)
                .map(finding -> finding.rule() + " at " + finding.at() + ": " + finding.message())
                .collect(Collectors.joining("; ")));
    }

    public UnfitForSigning(String message) {
        super(message);
    }
}
