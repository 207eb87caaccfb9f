package dev.touchstone.intake.people;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A person of an organisation, as the other services get to know them.
 *
 * @param id opaque, minted here, for ever
 * @param version grows by one with each change that others can see
 * @param pendingManager the manager as the source named them, while nobody is known by that
 */
public record Person(
        UUID id,
        long version,
        boolean active,
        String displayName,
        String email,
        String login,
        String employeeNumber,
        Unit unit,
        UUID managerId,
        Identity pendingManager,
        String jobTitle,
        Instant changedAt) {

    /** Before anything is known: version 0 is never published. */
    static Person unknown(UUID id) {
        return new Person(id, 0, true, null, null, null, null, null, null, null, null, Instant.EPOCH);
    }

    /**
     * Applies what a source says.
     *
     * @param manager the person whom {@code update.manager()} names, if known
     * @return this very object if nothing changed
     */
    Person apply(PersonUpdate update, Optional<UUID> manager, Instant now) {
        String newEmail = update.email().applyTo(email);
        String newLogin = update.login().applyTo(login);
        String newName = update.displayName().applyTo(displayName);
        boolean managerStated = update.manager().stated();
        Identity named = managerStated ? update.manager().value() : pendingManager;
        Optional<UUID> other = manager.filter(found -> !found.equals(id));
        boolean pending = named != null && manager.isEmpty();
        return changedTo(
                new Person(
                        id,
                        version,
                        Boolean.TRUE.equals(update.active().applyTo(active)),
                        newName != null
                                ? newName
                                : fallbackName(newLogin, update.employeeNumber().applyTo(employeeNumber)),
                        newEmail,
                        newLogin,
                        update.employeeNumber().applyTo(employeeNumber),
                        update.unit().applyTo(unit),
                        managerStated ? other.orElse(null) : managerId,
                        pending ? named : null,
                        update.jobTitle().applyTo(jobTitle),
                        changedAt),
                now);
    }

    /** The manager who was only a name so far has become known. */
    public Person managedBy(UUID manager, Instant now) {
        UUID other = manager.equals(id) ? managerId : manager;
        return changedTo(
                new Person(
                        id,
                        version,
                        active,
                        displayName,
                        email,
                        login,
                        employeeNumber,
                        unit,
                        other,
                        null,
                        jobTitle,
                        changedAt),
                now);
    }

    /** Whether the other services would see a difference: a manager not yet known is not one. */
    boolean looksLike(Person other) {
        return active == other.active
                && Objects.equals(displayName, other.displayName)
                && Objects.equals(email, other.email)
                && Objects.equals(login, other.login)
                && Objects.equals(unit, other.unit)
                && Objects.equals(managerId, other.managerId)
                && Objects.equals(jobTitle, other.jobTitle);
    }

    /** Whether a manager may look: it is one of their own, by unit or by reporting line. */
    public boolean isLedBy(Person manager) {
        boolean sameUnit = unit != null
                && manager.unit() != null
                && unit.unitId().equals(manager.unit().unitId());
        return sameUnit || manager.id().equals(managerId);
    }

    Person changedTo(Person next, Instant now) {
        if (next.equals(this)) {
            return this;
        }
        boolean visible = version == 0 || !next.looksLike(this);
        return new Person(
                id,
                visible ? version + 1 : version,
                next.active,
                next.displayName,
                next.email,
                next.login,
                next.employeeNumber,
                next.unit,
                next.managerId,
                next.pendingManager,
                next.jobTitle,
                visible ? now : changedAt);
    }

    private static String fallbackName(String login, String employeeNumber) {
        return login != null ? login : employeeNumber != null ? employeeNumber : "Unnamed";
    }

    /** The id only: everything else is personal. */
    @Override
    public String toString() {
        return "person=" + id + " version=" + version;
    }
}
