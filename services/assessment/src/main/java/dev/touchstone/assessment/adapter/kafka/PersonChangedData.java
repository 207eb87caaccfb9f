package dev.touchstone.assessment.adapter.kafka;

import static java.util.Objects.requireNonNull;

import dev.touchstone.assessment.person.Person;
import java.util.UUID;

/** PersonChanged, as far as this service reads it. */
record PersonChangedData(
        UUID personId, Integer version, Boolean active, String displayName, String login, UUID managerId, Unit unit) {

    record Unit(String name) {}

    PersonChangedData {
        requireNonNull(personId, "personId");
        requireNonNull(version, "version");
        requireNonNull(active, "active");
        requireNonNull(displayName, "displayName");
    }

    Person person() {
        return new Person(personId, displayName, login, managerId, unit == null ? null : unit.name(), active);
    }
}
