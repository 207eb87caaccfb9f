package dev.touchstone.intake.evidence;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * That an assessor has taken a case, or has given it back. Claims and releases of one case carry a growing sequence;
 * whatever order they arrive in, the highest one stands.
 *
 * @param evidenceIds what may be read; empty after a release
 * @param until end of the claim; the moment of the release after one
 */
public record AssessorClaim(
        UUID caseId, UUID personId, UUID assessorId, Set<UUID> evidenceIds, Instant until, long sequence) {

    public AssessorClaim {
        evidenceIds = Set.copyOf(evidenceIds);
    }

    public static AssessorClaim released(UUID caseId, UUID personId, UUID assessorId, Instant at, long sequence) {
        return new AssessorClaim(caseId, personId, assessorId, Set.of(), at, sequence);
    }

    public boolean supersedes(AssessorClaim known) {
        return sequence > known.sequence;
    }

    /** Whether this claim lets this assessor read this evidence about this person now. */
    public boolean opens(UUID evidenceId, UUID aboutPerson, UUID reader, Instant now) {
        return assessorId.equals(reader)
                && personId.equals(aboutPerson)
                && evidenceIds.contains(evidenceId)
                && now.isBefore(until);
    }
}
