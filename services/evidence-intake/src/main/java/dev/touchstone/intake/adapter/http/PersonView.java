package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person as callers see them.
 *
 * @param identities absent for a manager and in lists
 * @param mergedInto whom they were found to be; absent for everybody else
 */
public record PersonView(
        UUID personId,
        long version,
        boolean active,
        String displayName,
        String email,
        String login,
        String employeeNumber,
        UnitView unit,
        UUID managerId,
        String jobTitle,
        Instant changedAt,
        List<IdentityView> identities,
        UUID mergedInto) {

    /** Organisational unit. */
    public record UnitView(String unitId, String name) {}

    static PersonView of(Person person) {
        return of(person, null, null);
    }

    static PersonView of(Person person, List<Identity> identities, UUID mergedInto) {
        return new PersonView(
                person.id(),
                person.version(),
                person.active(),
                person.displayName(),
                person.email(),
                person.login(),
                person.employeeNumber(),
                person.unit() == null
                        ? null
                        : new UnitView(person.unit().unitId(), person.unit().name()),
                person.managerId(),
                person.jobTitle(),
                person.changedAt(),
                identities == null
                        ? null
                        : identities.stream().map(IdentityView::of).toList(),
                mergedInto);
    }
}
