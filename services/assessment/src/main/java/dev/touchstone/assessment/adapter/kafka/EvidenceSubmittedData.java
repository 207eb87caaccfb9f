package dev.touchstone.assessment.adapter.kafka;

import static java.util.Objects.requireNonNull;

import dev.touchstone.assessment.evidence.Activity;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.evidence.EvidenceKind;
import dev.touchstone.assessment.evidence.Origin;
import dev.touchstone.assessment.evidence.Result;
import dev.touchstone.assessment.evidence.Trust;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** EvidenceSubmitted, as far as this service reads it. */
record EvidenceSubmittedData(
        UUID evidenceId,
        UUID personId,
        String kind,
        ActivityData activity,
        String action,
        ResultData result,
        Instant occurredAt,
        Instant receivedAt,
        String digest,
        String trust,
        ClaimData claim,
        List<String> tags,
        ProvenanceData provenance) {

    record ActivityData(String id, List<String> alternateIds, String name) {

        ActivityData {
            requireNonNull(id, "activity.id");
        }
    }

    record ResultData(Double scaled, Boolean success) {}

    record ClaimData(String achievementId) {}

    record ProvenanceData(UUID submittedBy) {}

    EvidenceSubmittedData {
        requireNonNull(evidenceId, "evidenceId");
        requireNonNull(personId, "personId");
        requireNonNull(kind, "kind");
        requireNonNull(activity, "activity");
        requireNonNull(action, "action");
        requireNonNull(occurredAt, "occurredAt");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(digest, "digest");
        requireNonNull(trust, "trust");
    }

    /** @throws PermanentFailure schema violation, for a kind or trust that this release does not know */
    Evidence evidence() {
        try {
            return new Evidence(
                    evidenceId,
                    personId,
                    EvidenceKind.of(kind),
                    new Activity(activity.id(), set(activity.alternateIds()), activity.name()),
                    action,
                    result == null ? Result.NONE : new Result(result.scaled(), result.success()),
                    occurredAt,
                    new Origin(digest, Trust.of(trust), provenance == null ? null : provenance.submittedBy()),
                    claim == null ? null : claim.achievementId(),
                    set(tags));
        } catch (IllegalArgumentException unknown) {
            throw new PermanentFailure(FailureCode.SCHEMA_VIOLATION, unknown.getMessage(), unknown);
        }
    }

    private static Set<String> set(List<String> values) {
        return values == null ? Set.of() : new HashSet<>(values);
    }
}
