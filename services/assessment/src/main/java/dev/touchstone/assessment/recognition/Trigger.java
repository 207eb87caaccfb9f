package dev.touchstone.assessment.recognition;

import dev.touchstone.assessment.evidence.Evidence;
import java.util.Set;
import java.util.UUID;

/** What made somebody look at a person and an achievement again. */
public sealed interface Trigger {

    /** A piece of evidence came in. */
    record NewEvidence(Evidence evidence) implements Trigger {}

    /**
     * These pieces are known but new to the person's case: it had to be judged without them, or they were somebody's who
     * turned out to be this person. They count now as if they came in now.
     */
    record KeptForLater(Set<UUID> evidenceIds) implements Trigger {

        public KeptForLater {
            evidenceIds = Set.copyOf(evidenceIds);
        }
    }

    /** A piece of evidence was taken back. */
    record EvidenceRetracted(UUID evidenceId) implements Trigger {}

    /** A credential was issued to the person, or revoked. */
    record CredentialChanged() implements Trigger {}

    /** The achievement was published, possibly long after the evidence. */
    record AchievementPublished() implements Trigger {}
}
