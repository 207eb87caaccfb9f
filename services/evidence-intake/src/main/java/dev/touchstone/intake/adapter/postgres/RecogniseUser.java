package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.DirectoryUser;
import dev.touchstone.intake.directory.LoginSource;
import dev.touchstone.intake.directory.Returning;
import dev.touchstone.intake.directory.UserUpdate;
import dev.touchstone.intake.people.Identity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells whether a user that a directory creates is there already, was there before, or is new. */
@ApplicationScoped
class RecogniseUser {

    private static final UUID NOBODY = new UUID(0, 0);

    private final PeopleLock lock;
    private final Identities identities;
    private final DirectoryUsers users;
    private final ReleaseParked releaseParked;

    RecogniseUser(PeopleLock lock, Identities identities, DirectoryUsers users, ReleaseParked releaseParked) {
        this.lock = lock;
        this.identities = identities;
        this.users = users;
        this.releaseParked = releaseParked;
    }

    static ProblemException ambiguous() {
        return ProblemException.conflict("What this user is known by belongs to different people, or to somebody with"
                + " another employee number. If they are one person, merge them"
                + " (POST /intake/v1/people/{personId}/merge) and send this again.");
    }

    Uni<Void> locked(Mutiny.Session session, Connection directory) {
        return lock.alone(session, directory.tenant());
    }

    void release(String tenant, Set<Identity> moved) {
        releaseParked.begin(tenant, moved);
    }

    /**
     * Whom a new user means.
     *
     * @param former the deleted user that it was
     * @param person whom it states, by whatever source they are known
     */
    record Recognised(Optional<StoredUser> former, Optional<UUID> person) {}

    /**
     * The deleted user that this one was, if any. Nobody's people change until the transaction has ended.
     *
     * @throws ProblemException conflict, through the result, if it is there already or cannot be told
     */
    Uni<Recognised> find(Mutiny.Session session, Connection directory, DirectoryUser user, LoginSource logins) {
        Set<Identity> stated = new UserUpdate(directory.id(), NOBODY, logins)
                .create(user, true)
                .identities();
        return locked(session, directory)
                .chain(() -> users.formerNamesakes(session, directory, user.userName()))
                .chain(former -> handOn(
                        session,
                        directory,
                        user.userName(),
                        former.stream()
                                .filter(other -> Returning.isSomebodyElse(other.user(), user))
                                .toList()))
                .chain(() -> identities.owners(session, directory.tenant(), stated))
                .chain(owners -> {
                    Set<UUID> people = new HashSet<>(owners.values());
                    if (people.size() > 1) {
                        throw ambiguous();
                    }
                    return users.akin(session, directory, user.userName(), user.externalId(), people)
                            .map(akin -> new Recognised(
                                    former(akin, user, people), people.stream().findFirst()));
                });
    }

    /** @throws ProblemException conflict, through the result, if the user name is another's */
    Uni<Void> requireFreeName(Mutiny.Session session, Connection directory, StoredUser stored, DirectoryUser newest) {
        if (DirectoryUsers.key(stored.user().userName()).equals(DirectoryUsers.key(newest.userName()))) {
            return Uni.createFrom().voidItem();
        }
        return users.akin(session, directory, newest.userName(), null, List.of())
                .invoke(akin -> {
                    if (akin.stream().anyMatch(other -> !other.deleted())) {
                        throw taken();
                    }
                })
                .chain(akin -> handOn(session, directory, newest.userName(), akin));
    }

    /** A deleted user stands in nobody's way (RFC 7644 section 3.6): the name is not theirs any more. */
    private Uni<Void> handOn(Mutiny.Session session, Connection directory, String userName, List<StoredUser> former) {
        if (former.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<Identity> accounts = new HashSet<>();
        accounts.add(UserUpdate.account(directory.id(), userName));
        former.forEach(other ->
                accounts.add(UserUpdate.account(directory.id(), other.user().userName())));
        return users.giveNameUp(
                        session, directory, former.stream().map(StoredUser::id).toList())
                .chain(() -> identities.remove(session, directory.tenant(), accounts));
    }

    private static Optional<StoredUser> former(List<StoredUser> akin, DirectoryUser user, Set<UUID> people) {
        for (StoredUser other : akin) {
            if (!other.deleted() && isNamesake(other, user)) {
                throw taken();
            }
            if (!other.deleted() && people.contains(other.personId())) {
                throw ProblemException.conflict("Another user of this directory stands for the same person: an address,"
                        + " an employee number or an external id is theirs.");
            }
        }
        Optional<StoredUser> same = akin.stream()
                .filter(StoredUser::deleted)
                .filter(other -> Returning.isSame(other.user(), user))
                .findFirst();
        boolean strangers = akin.stream()
                .filter(StoredUser::deleted)
                .anyMatch(other -> people.contains(other.personId()) || isNamesake(other, user));
        if (same.isEmpty() && strangers) {
            throw ProblemException.conflict(
                    "The user name or an address was somebody else's who has left, and what this"
                            + " user states does not say that they are the same person.");
        }
        return same;
    }

    private static boolean isNamesake(StoredUser other, DirectoryUser user) {
        return DirectoryUsers.key(other.user().userName()).equals(DirectoryUsers.key(user.userName()));
    }

    private static ProblemException taken() {
        return ProblemException.conflict("There is a user with this userName already.");
    }
}
