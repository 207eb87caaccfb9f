package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.achievement.RubricLevel;
import dev.touchstone.assessment.judgement.CriterionResult.Status;
import java.util.List;
import java.util.Optional;

/** From a judgement to the result on a criterion. */
final class CriterionResults {

    private CriterionResults() {}

    static CriterionResult of(RubricCriterion criterion, Judgement judgement) {
        Optional<CriterionJudgement> judged = judgement.of(criterion.id());
        Optional<RubricLevel> level = judgement.levelOf(criterion);
        Status status = level.map(at -> at.ordinal() >= criterion.requiredLevel() ? Status.MET : Status.NOT_MET)
                .orElse(Status.NOT_OBSERVED);
        return new CriterionResult(
                criterion.id(),
                criterion.name(),
                status,
                level.map(RubricLevel::id).orElse(null),
                judged.map(CriterionJudgement::evidenceIds).orElse(List.of()),
                judged.map(CriterionJudgement::comment).orElse(null));
    }
}
