package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.DirectoryUser;
import dev.touchstone.intake.directory.LoginSource;
import dev.touchstone.intake.directory.UserRules;
import dev.touchstone.intake.directory.UserUpdate;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.PersonUpdate;
import dev.touchstone.intake.people.RosterEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Does what a directory says about its users: the user, the person and what is told about them change in one
 * transaction. Changes of one organisation's people come one after the other, so that none is lost.
 */
@ApplicationScoped
public class ChangeUsers {

    private final UnitOfWork unitOfWork;
    private final DirectoryUsers users;
    private final DirectoryMembers members;
    private final ChangePeople changePeople;
    private final RecogniseUser recognise;
    private final DirectoryLogins logins;

    ChangeUsers(
            UnitOfWork unitOfWork,
            DirectoryUsers users,
            DirectoryMembers members,
            ChangePeople changePeople,
            RecogniseUser recognise,
            DirectoryLogins logins) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.members = members;
        this.changePeople = changePeople;
        this.recognise = recognise;
        this.logins = logins;
    }

    /**
     * What a directory asks for.
     *
     * @param before the state that the change was made on; null to replace whatever there is
     * @param activeStated false where nothing is said of it: nobody comes back to work by being left out
     * @param version that it has to have; null for any
     */
    public record Wanted(UUID id, DirectoryUser before, DirectoryUser after, boolean activeStated, Long version) {

        DirectoryUser newest(DirectoryUser current) {
            DirectoryUser newest = before == null ? after : current.with(before, after);
            return activeStated ? newest : newest.active(current.active());
        }
    }

    /** @param moved identities that changed hands, for {@link ReleaseParked} */
    record Done(StoredUser user, Set<Identity> moved) {}

    /**
     * A person already known by what the user states is taken up; whoever is known by none of it is new.
     *
     * @throws ProblemException conflict, through the result, if the user is there already or means different people
     */
    public Uni<StoredUser> create(Connection directory, DirectoryUser user, Instant now) {
        UserRules.check(user);
        return released(
                directory,
                unitOfWork.inTenant(
                        directory.tenant(),
                        session -> logins.of(session, directory)
                                .chain(source -> recognise
                                        .find(session, directory, user, source)
                                        .chain(known -> create(session, directory, user, source, known, now)))));
    }

    private Uni<Done> create(
            Mutiny.Session session,
            Connection directory,
            DirectoryUser user,
            LoginSource source,
            RecogniseUser.Recognised known,
            Instant now) {
        UUID id = known.former().map(StoredUser::id).orElseGet(Uuid7::next);
        UserUpdate update = new UserUpdate(directory.id(), id, source);
        return known.former()
                .map(StoredUser::personId)
                .or(known::person)
                .map(person -> users.activeElsewhere(session, directory.tenant(), person, id))
                .orElseGet(() -> Uni.createFrom().item(false))
                .chain(elsewhere -> apply(session, directory, update.create(user, user.active() || elsewhere), now))
                .chain(changed -> {
                    UUID person = changed.entries().get(0).personId();
                    StoredUser stored = known.former()
                            .map(former -> former.changed(user, now))
                            .orElseGet(() -> new StoredUser(id, person, user, 1, now, now, false));
                    return users.save(session, directory, stored).replaceWith(new Done(stored, changed.moved()));
                });
    }

    /**
     * Answers with the user as it was if nothing changed.
     *
     * @throws ProblemException not found, conflict or precondition failed, through the result
     */
    public Uni<StoredUser> change(Connection directory, Wanted wanted, Instant now) {
        return released(
                directory,
                unitOfWork.inTenant(
                        directory.tenant(),
                        session -> recognise
                                .locked(session, directory)
                                .chain(() -> current(session, directory, wanted.id(), wanted.version()))
                                .chain(stored -> {
                                    DirectoryUser newest = wanted.newest(stored.user());
                                    UserRules.check(newest);
                                    return newest.equals(stored.user())
                                            ? Uni.createFrom().item(new Done(stored, Set.of()))
                                            : change(session, directory, stored, newest, now);
                                })));
    }

    /** The person stays, as one who has left; so do what they are known by, and their evidence. */
    public Uni<Void> delete(Connection directory, UUID id, Long version, Instant now) {
        return unitOfWork.inTenant(
                directory.tenant(),
                session -> recognise
                        .locked(session, directory)
                        .chain(() -> current(session, directory, id, version))
                        .chain(stored -> users.activeElsewhere(
                                        session, directory.tenant(), stored.personId(), stored.id())
                                .chain(elsewhere -> apply(
                                        session,
                                        directory,
                                        new UserUpdate(directory.id(), id, LoginSource.NONE).left(elsewhere),
                                        now))
                                .chain(() -> members.forget(session, directory.tenant(), id, now))
                                .chain(() -> users.delete(session, directory, id, now))));
    }

    private Uni<Done> change(
            Mutiny.Session session, Connection directory, StoredUser stored, DirectoryUser newest, Instant now) {
        return recognise
                .requireFreeName(session, directory, stored, newest)
                .chain(() -> logins.of(session, directory))
                .map(source -> new UserUpdate(directory.id(), stored.id(), source))
                .chain(update -> members.isGrouped(session, directory.tenant(), stored.id())
                        .chain(grouped -> users.activeElsewhere(
                                        session, directory.tenant(), stored.personId(), stored.id())
                                .map(elsewhere ->
                                        update.change(stored.user(), newest, newest.active() || elsewhere, grouped))))
                .chain(known -> apply(session, directory, known, now))
                .chain(changed -> {
                    StoredUser next = stored.changed(newest, now);
                    return users.save(session, directory, next).replaceWith(new Done(next, changed.moved()));
                });
    }

    private Uni<StoredUser> current(Mutiny.Session session, Connection directory, UUID id, Long version) {
        return users.live(session, directory, id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("user"))
                .invoke(stored -> {
                    if (version != null && version != stored.version()) {
                        throw ProblemException.of(
                                ProblemType.PRECONDITION_FAILED, "The user was changed since. Read it again.");
                    }
                });
    }

    private Uni<ChangePeople.Changed> apply(
            Mutiny.Session session, Connection directory, PersonUpdate update, Instant now) {
        return changePeople
                .apply(session, directory.tenant(), List.of(update), now)
                .invoke(changed -> {
                    if (changed.entries().get(0).outcome() == RosterEntry.Outcome.AMBIGUOUS) {
                        throw RecogniseUser.ambiguous();
                    }
                });
    }

    private Uni<StoredUser> released(Connection directory, Uni<Done> work) {
        return work.invoke(done -> recognise.release(directory.tenant(), done.moved()))
                .map(Done::user);
    }
}
