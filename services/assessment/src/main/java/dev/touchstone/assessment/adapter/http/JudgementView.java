package dev.touchstone.assessment.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.touchstone.assessment.adapter.contract.JudgementContent;
import dev.touchstone.assessment.judgement.Mark;
import java.time.Instant;
import java.util.UUID;

/** A judgement as it was handed in. */
public record JudgementView(
        String part,
        UUID assessorId,
        Instant submittedAt,
        @JsonUnwrapped JudgementContent judgement) {

    static JudgementView of(Mark mark) {
        return new JudgementView(
                mark.part().label(), mark.assessorId(), mark.submittedAt(), JudgementContent.of(mark.judgement()));
    }
}
