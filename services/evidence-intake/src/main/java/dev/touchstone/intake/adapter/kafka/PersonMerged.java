package dev.touchstone.intake.adapter.kafka;

import java.time.Instant;
import java.util.UUID;

/** Data of the event {@code PersonMerged}; see its schema in the contracts. */
public record PersonMerged(UUID personId, UUID mergedInto, long version, Instant mergedAt) {

    public static final String TYPE = "dev.touchstone.person.merged.v1";
}
