package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.assessmentcase.Capacity;
import java.util.Set;

/** Who works on cases, as they are signed in. */
public record Worker(String login, Set<Capacity> capacities) {

    public Worker {
        capacities = Set.copyOf(capacities);
    }
}
