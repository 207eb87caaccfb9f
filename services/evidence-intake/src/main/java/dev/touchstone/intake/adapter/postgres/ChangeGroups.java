package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.DirectoryGroup;
import dev.touchstone.intake.directory.InvalidUser;
import dev.touchstone.intake.directory.LoginSource;
import dev.touchstone.intake.directory.Units;
import dev.touchstone.intake.directory.UserUpdate;
import dev.touchstone.intake.people.Change;
import dev.touchstone.intake.people.PersonUpdate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Does what a directory says about its groups. A group is a unit, and somebody's unit is the group they joined first: the
 * people whom that moves change in the same transaction.
 */
@ApplicationScoped
public class ChangeGroups {

    private final UnitOfWork unitOfWork;
    private final PeopleLock lock;
    private final DirectoryGroups groups;
    private final DirectoryMembers members;
    private final ChangePeople changePeople;

    ChangeGroups(
            UnitOfWork unitOfWork,
            PeopleLock lock,
            DirectoryGroups groups,
            DirectoryMembers members,
            ChangePeople changePeople) {
        this.unitOfWork = unitOfWork;
        this.lock = lock;
        this.groups = groups;
        this.members = members;
        this.changePeople = changePeople;
    }

    /** What a directory says of a group. */
    public record State(String displayName, String externalId, Set<UUID> members) {}

    /**
     * What a directory asks for.
     *
     * @param before the state that the change was made on; null to replace whatever there is
     * @param version that it has to have; null for any
     */
    public record Wanted(UUID id, State before, State after, Long version) {}

    /** @throws ProblemException conflict, through the result, if there is such a group */
    public Uni<StoredGroup> create(Connection directory, State state, Instant now) {
        UUID id = Uuid7.next();
        String slug = Units.slug(state.displayName());
        return unitOfWork.inTenant(
                directory.tenant(),
                session -> lock.alone(session, directory.tenant())
                        .chain(() -> groups.unitsLike(session, directory.tenant(), slug))
                        .map(taken -> new DirectoryGroup(
                                id, state.displayName(), state.externalId(), Units.free(slug, taken)))
                        .chain(group -> save(session, directory, new StoredGroup(group, Map.of(), 1, now, now))
                                .chain(() -> join(session, directory, id, state.members()))
                                .chain(() -> move(session, directory, state.members(), now))
                                .chain(() -> whole(session, directory, id))));
    }

    /**
     * Answers with the group as it was if nothing changed.
     *
     * @throws ProblemException not found, conflict or precondition failed, through the result
     */
    public Uni<StoredGroup> change(Connection directory, Wanted wanted, Instant now) {
        return unitOfWork.inTenant(
                directory.tenant(),
                session -> lock.alone(session, directory.tenant())
                        .chain(() -> whole(session, directory, wanted.id()))
                        .invoke(stored -> require(wanted.version(), stored))
                        .chain(stored -> change(session, directory, stored, wanted, now)));
    }

    public Uni<Void> delete(Connection directory, UUID id, Long version, Instant now) {
        return unitOfWork.inTenant(
                directory.tenant(),
                session -> lock.alone(session, directory.tenant())
                        .chain(() -> whole(session, directory, id))
                        .invoke(stored -> require(version, stored))
                        .chain(stored -> groups.delete(session, directory, id)
                                .chain(() -> move(
                                        session, directory, stored.members().keySet(), now))));
    }

    private Uni<StoredGroup> change(
            Mutiny.Session session, Connection directory, StoredGroup stored, Wanted wanted, Instant now) {
        Set<UUID> present = stored.members().keySet();
        State base = wanted.before() == null
                ? new State(stored.group().displayName(), stored.group().externalId(), present)
                : wanted.before();
        Set<UUID> added = without(without(wanted.after().members(), base.members()), present);
        Set<UUID> removed = without(base.members(), wanted.after().members());
        removed.retainAll(present);
        DirectoryGroup group = stored.group()
                .named(
                        changed(
                                base.displayName(),
                                wanted.after().displayName(),
                                stored.group().displayName()),
                        changed(
                                base.externalId(),
                                wanted.after().externalId(),
                                stored.group().externalId()));
        if (added.isEmpty() && removed.isEmpty() && group.equals(stored.group())) {
            return Uni.createFrom().item(stored);
        }
        Set<UUID> moved = new HashSet<>(added);
        moved.addAll(group.unit().equals(stored.group().unit()) ? removed : present);
        StoredGroup next = new StoredGroup(group, Map.of(), stored.version() + 1, stored.createdAt(), now);
        return save(session, directory, next)
                .chain(() -> members.remove(session, directory.tenant(), group.id(), removed))
                .chain(() -> join(session, directory, group.id(), added))
                .chain(() -> move(session, directory, moved, now))
                .chain(() -> whole(session, directory, group.id()));
    }

    private Uni<Void> save(Mutiny.Session session, Connection directory, StoredGroup group) {
        return groups.isTaken(session, directory, group.group()).chain(taken -> {
            if (taken) {
                throw ProblemException.conflict("There is a group with this displayName or externalId already.");
            }
            return groups.save(session, directory, group);
        });
    }

    private Uni<Void> join(Mutiny.Session session, Connection directory, UUID group, Set<UUID> users) {
        return members.known(session, directory, users).chain(known -> {
            if (!known.containsAll(users)) {
                throw new InvalidUser("members.value", "must be ids of users; groups within groups are not kept");
            }
            return members.add(session, directory.tenant(), group, users);
        });
    }

    private Uni<Void> move(Mutiny.Session session, Connection directory, Collection<UUID> users, Instant now) {
        return members.units(session, directory.tenant(), users, UserUpdate::department)
                .chain(units -> {
                    List<PersonUpdate> updates = units.entrySet().stream()
                            .map(entry -> new UserUpdate(directory.id(), entry.getKey(), LoginSource.NONE)
                                    .moved(entry.getValue().map(Change::to).orElseGet(Change::removed)))
                            .toList();
                    return updates.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : changePeople
                                    .apply(session, directory.tenant(), updates, now)
                                    .replaceWithVoid();
                });
    }

    private Uni<StoredGroup> whole(Mutiny.Session session, Connection directory, UUID id) {
        return groups.find(session, directory, id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("group"))
                .chain(group -> members.of(session, directory.tenant(), List.of(id))
                        .map(found -> group.with(found.getOrDefault(id, Map.of()))));
    }

    private static void require(Long version, StoredGroup stored) {
        if (version != null && version != stored.version()) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED, "The group was changed since. Read it again.");
        }
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        Set<UUID> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String changed(String before, String after, String current) {
        return java.util.Objects.equals(before, after) ? current : after;
    }
}
