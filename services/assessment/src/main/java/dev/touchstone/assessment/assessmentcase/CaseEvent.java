package dev.touchstone.assessment.assessmentcase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What other services must know about who works on a case. */
public sealed interface CaseEvent {

    /** The assessor may read this evidence until then. */
    record Claimed(UUID caseId, UUID personId, Claim claim, List<UUID> evidenceIds, int sequence)
            implements CaseEvent {}

    /** The assessor may no longer read the evidence. */
    record Released(UUID caseId, UUID personId, UUID assessorId, Instant at, int sequence) implements CaseEvent {}
}
