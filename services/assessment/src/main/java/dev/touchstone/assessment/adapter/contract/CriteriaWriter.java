package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.criteria.AnyOf;
import dev.touchstone.assessment.criteria.AtLeast;
import dev.touchstone.assessment.criteria.CredentialHeld;
import dev.touchstone.assessment.criteria.Criteria;
import dev.touchstone.assessment.criteria.EvidenceFilter;
import dev.touchstone.assessment.criteria.EvidenceShown;
import dev.touchstone.assessment.criteria.Group;
import dev.touchstone.assessment.criteria.RubricLevelReached;
import dev.touchstone.assessment.criteria.ScoreReached;
import dev.touchstone.assessment.evidence.EvidenceKind;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes criteria as contracts do. What a node does not ask for is left out. */
enum CriteriaWriter implements Criteria.Visitor<CriteriaContent> {
    INSTANCE;

    static CriteriaContent write(Criteria criteria) {
        return criteria == null ? null : criteria.accept(INSTANCE);
    }

    @Override
    public CriteriaContent allOf(AllOf group) {
        return group(group, null);
    }

    @Override
    public CriteriaContent anyOf(AnyOf group) {
        return group(group, null);
    }

    @Override
    public CriteriaContent atLeast(AtLeast group) {
        return group(group, group.n());
    }

    private CriteriaContent group(Group group, Integer n) {
        List<CriteriaContent> of =
                group.of().stream().map(child -> child.accept(this)).toList();
        return new CriteriaContent(
                group.op(),
                of,
                n,
                group.label().id(),
                group.label().description(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Override
    public CriteriaContent evidence(EvidenceShown leaf) {
        return filtered(leaf, leaf.filter(), leaf.n(), leaf.distinctActivities() ? true : null, null);
    }

    @Override
    public CriteriaContent score(ScoreReached leaf) {
        return filtered(leaf, leaf.filter(), null, null, leaf.atLeastScaled());
    }

    private static CriteriaContent filtered(
            Criteria leaf, EvidenceFilter filter, Integer n, Boolean distinct, Double atLeastScaled) {
        return new CriteriaContent(
                leaf.op(),
                null,
                n,
                leaf.label().id(),
                leaf.label().description(),
                sorted(filter.kinds().stream().map(EvidenceKind::label).toList()),
                sorted(filter.actions()),
                sorted(filter.activityIds()),
                sorted(filter.tags()),
                filter.minTrust().label(),
                filter.maxAge() == null ? null : filter.maxAge().toString(),
                distinct,
                atLeastScaled,
                null,
                null,
                null);
    }

    private static List<String> sorted(Collection<String> values) {
        return values.isEmpty() ? null : values.stream().sorted().toList();
    }

    @Override
    public CriteriaContent credentialHeld(CredentialHeld leaf) {
        return demand(leaf, leaf.achievementId(), leaf.minLevel(), null);
    }

    @Override
    public CriteriaContent rubric(RubricLevelReached leaf) {
        return demand(leaf, null, leaf.minLevel(), leaf.criterionId());
    }

    private static CriteriaContent demand(Criteria leaf, String achievementId, int minLevel, UUID criterionId) {
        return new CriteriaContent(
                leaf.op(),
                null,
                null,
                leaf.label().id(),
                leaf.label().description(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                achievementId,
                minLevel,
                criterionId);
    }
}
