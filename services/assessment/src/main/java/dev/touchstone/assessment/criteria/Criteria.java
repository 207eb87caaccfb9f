package dev.touchstone.assessment.criteria;

import java.util.stream.Stream;

/** What has to be shown: a tree of {@link AllOf}, {@link AnyOf} and {@link AtLeast} over typed leaves. Immutable. */
public sealed interface Criteria permits Group, Leaf {

    /** Operator or kind of leaf, as written in definitions. */
    String op();

    Label label();

    /** Holds the tree against facts. Depends on nothing else: the same facts give the same trace. */
    Trace evaluate(Facts facts);

    Stream<Leaf> leaves();

    <R> R accept(Visitor<R> visitor);

    /** One case per type of node. */
    interface Visitor<R> {
        R allOf(AllOf group);

        R anyOf(AnyOf group);

        R atLeast(AtLeast group);

        R evidence(EvidenceShown leaf);

        R score(ScoreReached leaf);

        R credentialHeld(CredentialHeld leaf);

        R rubric(RubricLevelReached leaf);
    }
}
