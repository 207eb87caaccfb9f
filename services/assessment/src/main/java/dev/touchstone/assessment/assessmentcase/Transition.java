package dev.touchstone.assessment.assessmentcase;

import java.util.List;

/** A case after something happened to it, and what is to be told of that. */
public record Transition(AssessmentCase assessmentCase, List<CaseEvent> events) {

    public Transition {
        events = List.copyOf(events);
    }

    static Transition quiet(AssessmentCase assessmentCase) {
        return new Transition(assessmentCase, List.of());
    }
}
