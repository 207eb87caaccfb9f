package dev.touchstone.assessment.recognition;

import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseEvent;
import dev.touchstone.assessment.judgement.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What follows from looking.
 *
 * @param superseded case that was closed undecided
 * @param current case that was opened, or went on; empty where there is none to be
 * @param decision award by rule
 */
public record Step(
        Optional<AssessmentCase> superseded,
        Optional<AssessmentCase> current,
        List<CaseEvent> events,
        Optional<Decision> decision) {

    static final Step NONE = new Step(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public Step {
        events = List.copyOf(events);
    }

    Step superseding(AssessmentCase closed) {
        return new Step(Optional.of(closed), current, events, decision);
    }
}
