package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.assessmentcase.Part;

/** What follows from a judgement. */
public sealed interface Verdict {

    /**
     * The case is decided.
     *
     * @param judgement on which the decision rests
     */
    record Decided(Decision decision, Judgement judgement) implements Verdict {}

    /** Somebody else has to judge first. */
    record Awaiting(Part next) implements Verdict {}
}
