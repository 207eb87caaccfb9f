package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.assessmentcase.Part;
import java.time.Instant;
import java.util.UUID;

/** A judgement as it was handed in. It never changes, whatever comes of the case. */
public record Mark(Part part, Judgement judgement, Instant submittedAt) {

    public UUID assessorId() {
        return judgement.assessorId();
    }
}
