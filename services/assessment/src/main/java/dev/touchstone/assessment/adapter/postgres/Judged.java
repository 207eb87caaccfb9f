package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import java.util.Optional;

/**
 * What came of a judgement.
 *
 * @param decision empty where somebody else has to judge first
 */
public record Judged(AssessmentCase assessmentCase, Optional<DecisionDocument> decision) {}
