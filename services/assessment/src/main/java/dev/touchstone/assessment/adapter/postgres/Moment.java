package dev.touchstone.assessment.adapter.postgres;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present, as finely as events and the store keep it. */
final class Moment {

    private Moment() {}

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
