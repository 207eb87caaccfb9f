package dev.touchstone.assessment.judgement;

import java.util.UUID;

/** What an assessor saw of a criterion. Not having seen it is not the same as having seen it fall short. */
public sealed interface Observation {

    /** The person showed this level of the criterion. */
    record AtLevel(UUID levelId) implements Observation {}

    /** The evidence does not let it be seen. */
    record NotObserved() implements Observation {}
}
