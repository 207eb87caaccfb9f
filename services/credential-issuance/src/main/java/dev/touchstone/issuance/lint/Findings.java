package dev.touchstone.issuance.lint;

import java.util.ArrayList;
import java.util.List;

/** Collects what rules find, so that one look at a credential reports everything. */
public final class Findings {

    private final List<Finding> findings = new ArrayList<>();

    public void add(String rule, String at, String message) {
        findings.add(new Finding(rule, at, message));
    }

    /** Notes the finding unless the requirement holds. */
    public void require(boolean holds, String rule, String at, String message) {
        if (!holds) {
            add(rule, at, message);
        }
    }

    public List<Finding> all() {
        return List.copyOf(findings);
    }
}
