package dev.touchstone.intake.adapter.kafka;

import dev.touchstone.intake.people.Person;
import java.time.Instant;
import java.util.UUID;

/** Data of the event {@code PersonChanged}; see its schema in the contracts. */
public record PersonChanged(
        UUID personId,
        long version,
        boolean active,
        String displayName,
        String email,
        String login,
        Unit unit,
        UUID managerId,
        String jobTitle,
        Instant changedAt) {

    public static final String TOPIC = "touchstone.people";
    public static final String TYPE = "dev.touchstone.person.changed.v1";

    /** Organisational unit. */
    public record Unit(String unitId, String name) {}

    public static PersonChanged of(Person person) {
        return new PersonChanged(
                person.id(),
                person.version(),
                person.active(),
                person.displayName(),
                person.email(),
                person.login(),
                person.unit() == null
                        ? null
                        : new Unit(person.unit().unitId(), person.unit().name()),
                person.managerId(),
                person.jobTitle(),
                person.changedAt());
    }
}
