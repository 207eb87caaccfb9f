package dev.touchstone.intake.people;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One person found to be another. What is known of the survivor stays; what is not is taken from the one who is merged, of
 * whom nothing is left but the way to the survivor.
 *
 * @param survivor with what was missing
 * @param signpost inactive and without anything that could be mistaken for somebody
 */
public record Merging(Person survivor, Person signpost) {

    public static Merging of(Person merged, Person survivor, Instant now) {
        boolean ownManager = merged.id().equals(survivor.managerId());
        Person complete = new Person(
                survivor.id(),
                survivor.version(),
                survivor.active() || merged.active(),
                survivor.displayName(),
                first(survivor, merged, Person::email),
                first(survivor, merged, Person::login),
                first(survivor, merged, Person::employeeNumber),
                first(survivor, merged, Person::unit),
                manager(ownManager ? null : survivor.managerId(), merged, survivor),
                survivor.pendingManager(),
                first(survivor, merged, Person::jobTitle),
                survivor.changedAt());
        Person signpost = new Person(
                merged.id(),
                merged.version(),
                false,
                merged.displayName(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                merged.changedAt());
        return new Merging(survivor.changedTo(complete, now), merged.changedTo(signpost, now));
    }

    /** The login that nobody has any more: one person has one, and the survivor keeps theirs. */
    public static Optional<Identity> lostLogin(Person merged, Person survivor) {
        return merged.login() != null
                        && survivor.login() != null
                        && !merged.login().equals(survivor.login())
                ? Optional.of(Identity.login(merged.login()))
                : Optional.empty();
    }

    private static java.util.UUID manager(java.util.UUID present, Person merged, Person survivor) {
        boolean usable = merged.managerId() != null && !merged.managerId().equals(survivor.id());
        return present != null || !usable ? present : merged.managerId();
    }

    private static <T> T first(Person survivor, Person merged, Function<Person, T> part) {
        T present = part.apply(survivor);
        return present != null ? present : part.apply(merged);
    }
}
