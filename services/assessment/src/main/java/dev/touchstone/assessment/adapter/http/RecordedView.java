package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import java.util.UUID;

/** A judgement is in that decides nothing yet. */
public record RecordedView(UUID caseId, String state, String awaiting) {

    static RecordedView of(AssessmentCase waiting) {
        return new RecordedView(waiting.id(), CaseView.state(waiting), CaseView.awaiting(waiting));
    }
}
