package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Refuses an event that lacks what this service cannot do without. */
record Required(String eventType) {

    Required field(String name, Object value) {
        if (value == null) {
            throw new PermanentFailure(FailureCode.SCHEMA_VIOLATION, eventType + " lacks " + name);
        }
        return this;
    }

    /** As precise as the store: a passport read back equals the one that was written. */
    static Instant milliseconds(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
