package dev.touchstone.assessment.judgement;

import java.util.List;
import java.util.UUID;

/**
 * An assessor's judgement on one criterion of the rubric.
 *
 * @param evidenceIds evidence of the case that it rests on
 * @param comment for the earner; null where there is none
 */
public record CriterionJudgement(UUID criterionId, Observation observation, List<UUID> evidenceIds, String comment) {

    public CriterionJudgement {
        evidenceIds = List.copyOf(evidenceIds);
    }
}
