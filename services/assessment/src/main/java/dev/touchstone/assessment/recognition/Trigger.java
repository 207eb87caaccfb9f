package dev.touchstone.assessment.recognition;

import dev.touchstone.assessment.evidence.Evidence;
import java.util.Optional;

/** What made somebody look at a person and an achievement again. */
public sealed interface Trigger {

    /** A piece of evidence came in. */
    record NewEvidence(Evidence evidence) implements Trigger {}

    /** A credential was issued to the person, or revoked. */
    record CredentialChanged() implements Trigger {}

    /** The achievement was published, possibly long after the evidence. */
    record AchievementPublished() implements Trigger {}

    default Optional<Evidence> newEvidence() {
        return this instanceof NewEvidence arrived ? Optional.of(arrived.evidence()) : Optional.empty();
    }
}
