package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.achievement.RubricLevel;
import dev.touchstone.assessment.criteria.Judged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An assessor's judgement of a case.
 *
 * @param assessorId null where it is what two assessors agree on
 * @param criteria one for each criterion of the rubric
 * @param nextSteps the assessor's own advice
 */
public record Judgement(
        UUID assessorId, List<CriterionJudgement> criteria, RulesOfEvidence rules, List<String> nextSteps) {

    public Judgement {
        criteria = List.copyOf(criteria);
        nextSteps = List.copyOf(nextSteps);
    }

    public Optional<CriterionJudgement> of(UUID criterionId) {
        return criteria.stream()
                .filter(judged -> judged.criterionId().equals(criterionId))
                .findFirst();
    }

    /** The levels judged, as the criteria tree reads them. */
    public Judged judged(Definition definition) {
        Map<UUID, Integer> levels = new HashMap<>();
        for (RubricCriterion criterion : definition.rubricCriteria()) {
            levelOf(criterion).ifPresent(level -> levels.put(criterion.id(), level.ordinal()));
        }
        return Judged.of(levels);
    }

    /** The level judged; empty where the criterion was not observed. */
    Optional<RubricLevel> levelOf(RubricCriterion criterion) {
        return of(criterion.id())
                .map(CriterionJudgement::observation)
                .filter(Observation.AtLevel.class::isInstance)
                .flatMap(observation -> criterion.level(((Observation.AtLevel) observation).levelId()));
    }
}
