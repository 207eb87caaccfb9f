package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.profile.passport.PassportFact;
import dev.touchstone.profile.passport.PersonFacts;
import java.time.Instant;
import java.util.UUID;

/** PersonChanged, as far as this service reads it. */
record PersonChangedData(
        UUID personId,
        Long version,
        Boolean active,
        String displayName,
        String login,
        Unit unit,
        UUID managerId,
        String jobTitle,
        Instant changedAt) {

    record Unit(String unitId, String name) {}

    PassportFact fact() {
        return new PassportFact.PersonChanged(new PersonFacts(
                version,
                active,
                displayName,
                login,
                unit == null ? null : unit.unitId(),
                unit == null ? null : unit.name(),
                managerId,
                jobTitle,
                Required.milliseconds(changedAt)));
    }

    void check(Required required) {
        required.field("personId", personId)
                .field("version", version)
                .field("active", active)
                .field("displayName", displayName)
                .field("changedAt", changedAt);
    }
}
