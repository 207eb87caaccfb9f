package dev.touchstone.assessment.assessmentcase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A case after something happened to it, and what is to be told of that. */
public record Transition(AssessmentCase assessmentCase, List<CaseEvent> events) {

    public Transition {
        events = List.copyOf(events);
    }

    /** What comes of it when something more happens to the case. */
    public Transition then(Function<AssessmentCase, Transition> more) {
        Transition next = more.apply(assessmentCase);
        List<CaseEvent> all = new ArrayList<>(events);
        all.addAll(next.events);
        return new Transition(next.assessmentCase, all);
    }

    static Transition quiet(AssessmentCase assessmentCase) {
        return new Transition(assessmentCase, List.of());
    }
}
