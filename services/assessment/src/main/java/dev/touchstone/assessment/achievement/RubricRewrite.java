package dev.touchstone.assessment.achievement;

import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.criteria.AnyOf;
import dev.touchstone.assessment.criteria.AtLeast;
import dev.touchstone.assessment.criteria.CredentialHeld;
import dev.touchstone.assessment.criteria.Criteria;
import dev.touchstone.assessment.criteria.EvidenceShown;
import dev.touchstone.assessment.criteria.Group;
import dev.touchstone.assessment.criteria.Label;
import dev.touchstone.assessment.criteria.RubricLevelReached;
import dev.touchstone.assessment.criteria.ScoreReached;
import java.util.function.UnaryOperator;

/** The same tree with its rubric leaves rewritten. */
record RubricRewrite(UnaryOperator<RubricLevelReached> rewrite) implements Criteria.Visitor<Criteria> {

    /** Every criterion demanded at an ordinal or above; never below what the tree says. */
    static RubricRewrite raisedTo(int ordinal, Rubric rubric) {
        return new RubricRewrite(leaf -> rubric.criterion(leaf.criterionId())
                .filter(criterion -> Math.min(ordinal, criterion.top()) > leaf.minLevel())
                .map(criterion -> criterion.at(ordinal))
                .orElse(leaf));
    }

    /** Leaves without a description get the name of their criterion and level. */
    static RubricRewrite described(Rubric rubric) {
        return new RubricRewrite(leaf -> leaf.label().description() != null
                ? leaf
                : rubric.criterion(leaf.criterionId())
                        .map(criterion -> criterion.at(leaf.minLevel()))
                        .map(words -> new RubricLevelReached(
                                new Label(leaf.label().id(), words.label().description()),
                                leaf.criterionId(),
                                leaf.minLevel()))
                        .orElse(leaf));
    }

    @Override
    public Criteria allOf(AllOf group) {
        return over(group);
    }

    @Override
    public Criteria anyOf(AnyOf group) {
        return over(group);
    }

    @Override
    public Criteria atLeast(AtLeast group) {
        return over(group);
    }

    private Criteria over(Group group) {
        return group.over(group.of().stream().map(child -> child.accept(this)).toList());
    }

    @Override
    public Criteria evidence(EvidenceShown leaf) {
        return leaf;
    }

    @Override
    public Criteria score(ScoreReached leaf) {
        return leaf;
    }

    @Override
    public Criteria credentialHeld(CredentialHeld leaf) {
        return leaf;
    }

    @Override
    public Criteria rubric(RubricLevelReached leaf) {
        return rewrite.apply(leaf);
    }
}
