package dev.touchstone.intake.people;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whether an update that meets a person speaks of somebody else. An employee number or a login says who somebody is; an address or an account is handed on when people leave. Whoever is met only by the latter, and has another number
 * or login than the update states, must not be merged with whom it means.
 */
final class Contradiction {

    private static final Set<IdentityKind> CERTAIN =
            EnumSet.of(IdentityKind.EMPLOYEE_NUMBER, IdentityKind.LOGIN, IdentityKind.DIRECTORY_USER);

    private final Map<UUID, String> numbers = new HashMap<>();
    private final Map<UUID, String> logins = new HashMap<>();

    /** @param people as they are before the batch */
    Contradiction(Map<UUID, Person> people) {
        people.forEach((id, person) -> {
            numbers.put(id, person.employeeNumber());
            logins.put(id, person.login());
        });
    }

    boolean isBetween(PersonUpdate update, UUID owner, Map<Identity, UUID> known) {
        boolean confirmed = update.identities().stream()
                .filter(identity -> CERTAIN.contains(identity.kind()))
                .anyMatch(identity -> owner.equals(known.get(identity)));
        return !confirmed
                && (differs(update.employeeNumber().value(), numbers.get(owner))
                        || differs(update.login().value(), logins.get(owner)));
    }

    /** The update was taken to mean this person: later ones of the batch have to agree with it. */
    void remember(PersonUpdate update, UUID owner) {
        numbers.put(owner, update.employeeNumber().applyTo(numbers.get(owner)));
        logins.put(owner, update.login().applyTo(logins.get(owner)));
    }

    private static boolean differs(String stated, String held) {
        return stated != null && held != null && !held.equals(stated);
    }
}
