package dev.touchstone.intake.people;

import java.util.Collection;
import java.util.Set;

/**
 * What a source says about one person.
 *
 * @param identities whom it speaks of: everything the source knows the person by, never empty
 * @param manager the manager's employee number or login
 */
public record PersonUpdate(
        Set<Identity> identities,
        Change<String> displayName,
        Change<String> email,
        Change<String> login,
        Change<String> employeeNumber,
        Change<Unit> unit,
        Change<Identity> manager,
        Change<String> jobTitle,
        Change<Boolean> active) {

    public PersonUpdate {
        identities = Set.copyOf(identities);
    }

    /** Every identity that has to be known before the update can be applied, the manager's included. */
    public void collectIdentities(Collection<Identity> into) {
        into.addAll(identities);
        if (manager.value() != null) {
            into.add(manager.value());
        }
    }
}
