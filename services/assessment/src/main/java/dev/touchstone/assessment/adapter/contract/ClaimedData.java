package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.assessmentcase.CaseEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The data of AssessmentClaimed. */
public record ClaimedData(
        UUID caseId,
        UUID personId,
        UUID assessorId,
        List<UUID> evidenceIds,
        Instant claimedAt,
        Instant until,
        int sequence) {

    public static ClaimedData of(CaseEvent.Claimed event) {
        return new ClaimedData(
                event.caseId(),
                event.personId(),
                event.claim().assessorId(),
                event.evidenceIds(),
                event.claim().claimedAt(),
                event.claim().until(),
                event.sequence());
    }
}
