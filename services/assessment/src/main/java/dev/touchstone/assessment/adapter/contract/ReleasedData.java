package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.assessmentcase.CaseEvent;
import java.time.Instant;
import java.util.UUID;

/** The data of AssessmentReleased. */
public record ReleasedData(UUID caseId, UUID personId, UUID assessorId, Instant releasedAt, int sequence) {

    public static ReleasedData of(CaseEvent.Released event) {
        return new ReleasedData(event.caseId(), event.personId(), event.assessorId(), event.at(), event.sequence());
    }
}
