package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.profile.passport.PassportFact;
import java.util.UUID;

/** PersonMerged, as far as this service reads it. */
record PersonMergedData(UUID personId, UUID mergedInto, Long version) {

    PassportFact fact() {
        return new PassportFact.PersonMerged(mergedInto, version);
    }

    void check(Required required) {
        required.field("personId", personId).field("mergedInto", mergedInto).field("version", version);
        if (personId.equals(mergedInto)) {
            throw new PermanentFailure(FailureCode.INVARIANT_VIOLATED, "nobody is merged into themselves: " + personId);
        }
    }
}
