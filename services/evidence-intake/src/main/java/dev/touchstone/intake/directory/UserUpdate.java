package dev.touchstone.intake.directory;

import dev.touchstone.intake.people.Change;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.InvalidIdentity;
import dev.touchstone.intake.people.PersonUpdate;
import dev.touchstone.intake.people.Unit;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a directory's user says about a person. Only what the directory changed is stated: what it left as it was may have
 * been changed by another source since.
 */
public final class UserUpdate {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:";

    private final UUID connectionId;
    private final UUID userId;
    private final LoginSource logins;

    /**
     * @param connectionId of the directory
     * @param userId of the user, minted here
     * @param logins where the directory says who signs in how
     */
    public UserUpdate(UUID connectionId, UUID userId, LoginSource logins) {
        this.connectionId = connectionId;
        this.userId = userId;
        this.logins = logins;
    }

    /** The account that a user name of the directory is. */
    public static Identity account(UUID connectionId, String userName) {
        return Identity.account(homePage(connectionId), userName);
    }

    /** The home page of the accounts that a directory's user names are. */
    public static String homePage(UUID connectionId) {
        return "urn:touchstone:connection:" + connectionId;
    }

    /**
     * Of a user that is new.
     *
     * @throws InvalidUser if a value cannot be what somebody is known by
     */
    public PersonUpdate create(DirectoryUser user, boolean active) {
        return of(null, user, active, false);
    }

    /**
     * Of a user that was changed.
     *
     * @param grouped whether they are in a group: then that is their unit, whatever their department
     * @throws InvalidUser if a value cannot be what somebody is known by
     */
    public PersonUpdate change(DirectoryUser before, DirectoryUser after, boolean active, boolean grouped) {
        return of(before, after, active, grouped);
    }

    /** Of a user whose directory says only now which of its attributes is the login; empty if this user has none. */
    public Optional<PersonUpdate> signsIn(DirectoryUser user) {
        return logins.login(user)
                .map(login -> new PersonUpdate(
                        Set.of(Identity.directoryUser(userId), loginOf(login)),
                        Change.none(),
                        Change.none(),
                        Change.to(login),
                        Change.none(),
                        Change.none(),
                        Change.none(),
                        Change.none(),
                        Change.none()));
    }

    /** Of a user whose groups changed. */
    public PersonUpdate moved(Change<Unit> unit) {
        return new PersonUpdate(
                Set.of(Identity.directoryUser(userId)),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                unit,
                Change.none(),
                Change.none(),
                Change.none());
    }

    /** Of a user that was deleted: what they are known by stays, they have left. */
    public PersonUpdate left(boolean active) {
        return new PersonUpdate(
                Set.of(Identity.directoryUser(userId)),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.to(active));
    }

    private PersonUpdate of(DirectoryUser before, DirectoryUser after, boolean active, boolean grouped) {
        return new PersonUpdate(
                identities(after),
                change(before, after, DirectoryUser::shownName),
                change(before, after, user -> user.email().orElse(null)),
                change(before, after, user -> logins.login(user).orElse(null)),
                change(before, after, DirectoryUser::employeeNumber),
                grouped ? Change.none() : change(before, after, UserUpdate::department),
                change(before, after, UserUpdate::manager),
                change(before, after, DirectoryUser::title),
                Change.to(active));
    }

    private static <T> Change<T> change(DirectoryUser before, DirectoryUser after, Function<DirectoryUser, T> part) {
        T value = part.apply(after);
        if (before == null) {
            // A new user that leaves something out does not take away what another source knows.
            return value == null ? Change.none() : Change.to(value);
        }
        if (Objects.equals(part.apply(before), value)) {
            return Change.none();
        }
        return value == null ? Change.removed() : Change.to(value);
    }

    /** The unit of a user who is in no group; null if they state no department either. */
    public static Unit department(DirectoryUser user) {
        return user.department() == null || user.department().isBlank() ? null : Units.ofDepartment(user.department());
    }

    private static Identity manager(DirectoryUser user) {
        if (user.managerId() == null || user.managerId().isBlank()) {
            return null;
        }
        try {
            return Identity.directoryUser(UUID.fromString(user.managerId()));
        } catch (IllegalArgumentException e) {
            // Directories that were not told our ids send the number that the HR system has.
            return employeeNumber(user.managerId());
        }
    }

    private static Identity employeeNumber(String number) {
        try {
            return Identity.employeeNumber(number);
        } catch (InvalidIdentity e) {
            throw new InvalidUser(ENTERPRISE + "manager.value", e.getMessage());
        }
    }

    private Set<Identity> identities(DirectoryUser user) {
        Set<Identity> identities = new LinkedHashSet<>();
        identities.add(Identity.directoryUser(userId));
        add(identities, "userName", user.userName(), name -> Set.of(account(connectionId, name)));
        add(identities, "externalId", user.externalId(), id -> Set.of(Identity.platformUser(connectionId, id)));
        add(
                identities,
                ENTERPRISE + "employeeNumber",
                user.employeeNumber(),
                number -> Set.of(Identity.employeeNumber(number)));
        logins.login(user).ifPresent(login -> identities.add(loginOf(login)));
        user.emails().forEach(email -> add(identities, "emails.value", email.value(), Identity::ofEmail));
        return identities;
    }

    private static Identity loginOf(String login) {
        try {
            return Identity.login(login);
        } catch (InvalidIdentity e) {
            throw new InvalidUser("login", e.getMessage());
        }
    }

    private static void add(
            Set<Identity> into, String attribute, String value, Function<String, Set<Identity>> identities) {
        if (value != null && !value.isBlank()) {
            try {
                into.addAll(identities.apply(value));
            } catch (InvalidIdentity e) {
                throw new InvalidUser(attribute, e.getMessage());
            }
        }
    }
}
