package dev.touchstone.issuance.lint;

import dev.touchstone.issuance.document.Node;

/** Looks at a credential and notes what is wrong. Never throws, whatever the document is. */
@FunctionalInterface
public interface Rule {

    void check(Node credential, Findings findings);
}
