package dev.touchstone.assessment.judgement;

import java.util.List;
import java.util.UUID;

/**
 * What came out on one criterion of the rubric.
 *
 * @param levelId level judged; null where not observed
 * @param evidenceIds evidence cited
 * @param comment for the earner, never published; null where there is none
 */
public record CriterionResult(
        UUID criterionId, String name, Status status, UUID levelId, List<UUID> evidenceIds, String comment) {

    /** Whether the level judged is the one required. */
    public enum Status {
        MET("met"),
        NOT_MET("not-met"),
        NOT_OBSERVED("not-observed");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** As written in events and answers. */
        public String label() {
            return label;
        }
    }

    public CriterionResult {
        evidenceIds = List.copyOf(evidenceIds);
    }
}
