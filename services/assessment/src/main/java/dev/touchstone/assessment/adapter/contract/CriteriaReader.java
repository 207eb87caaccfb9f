package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.achievement.Rubric;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.criteria.AnyOf;
import dev.touchstone.assessment.criteria.AtLeast;
import dev.touchstone.assessment.criteria.CredentialHeld;
import dev.touchstone.assessment.criteria.Criteria;
import dev.touchstone.assessment.criteria.EvidenceFilter;
import dev.touchstone.assessment.criteria.EvidenceShown;
import dev.touchstone.assessment.criteria.Label;
import dev.touchstone.assessment.criteria.RubricLevelReached;
import dev.touchstone.assessment.criteria.ScoreReached;
import dev.touchstone.assessment.evidence.EvidenceKind;
import dev.touchstone.assessment.evidence.Trust;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads criteria from a content that has the right shape. Where the author says nothing: one piece of evidence, of any
 * trust; a score by a verified system; any level of a credential; the level that the rubric requires.
 */
record CriteriaReader(Rubric rubric) {

    Criteria read(CriteriaContent node) {
        if (node == null) {
            return null;
        }
        Label label = new Label(node.leafId(), node.description());
        return switch (node.op()) {
            case "allOf" -> new AllOf(label, children(node));
            case "anyOf" -> new AnyOf(label, children(node));
            case "atLeast" -> new AtLeast(label, node.n(), children(node));
            case "evidence" ->
                new EvidenceShown(
                        label,
                        filter(node, Trust.DECLARED),
                        orOne(node.n()),
                        Boolean.TRUE.equals(node.distinctActivities()));
            case "score" -> new ScoreReached(label, filter(node, Trust.VERIFIED), node.atLeastScaled());
            case "credentialHeld" -> new CredentialHeld(label, node.achievementId(), orOne(node.minLevel()));
            case "rubric" -> new RubricLevelReached(label, node.criterionId(), rubricLevel(node));
            default -> throw new IllegalArgumentException("no such operator: " + node.op());
        };
    }

    private List<Criteria> children(CriteriaContent node) {
        return node.of().stream().map(this::read).toList();
    }

    private static EvidenceFilter filter(CriteriaContent node, Trust unlessSaid) {
        return new EvidenceFilter(
                set(node.kinds()).stream().map(EvidenceKind::of).collect(Collectors.toSet()),
                set(node.actions()),
                set(node.activityIds()),
                set(node.tags()),
                node.minTrust() == null ? unlessSaid : Trust.of(node.minTrust()),
                node.maxAge() == null ? null : Period.parse(node.maxAge()));
    }

    private int rubricLevel(CriteriaContent node) {
        if (node.minLevel() != null) {
            return node.minLevel();
        }
        return rubric == null
                ? 1
                : rubric.criterion(node.criterionId())
                        .map(RubricCriterion::requiredLevel)
                        .orElse(1);
    }

    private static int orOne(Integer number) {
        return number == null ? 1 : number;
    }

    private static Set<String> set(List<String> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
