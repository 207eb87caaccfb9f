package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import java.util.UUID;

/**
 * What became of claiming or giving back.
 *
 * @param claim absent once given back
 */
public record ClaimAnswer(UUID caseId, String state, CaseView.ClaimView claim) {

    static ClaimAnswer of(AssessmentCase changed) {
        return new ClaimAnswer(changed.id(), CaseView.state(changed), CaseView.ClaimView.of(changed.claim()));
    }
}
