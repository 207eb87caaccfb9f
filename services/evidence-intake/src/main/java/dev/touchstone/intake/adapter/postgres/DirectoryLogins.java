package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.directory.LoginSource;
import dev.touchstone.intake.directory.UserUpdate;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.PersonUpdate;
import dev.touchstone.intake.people.RosterEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which attribute of a directory's users is their login. */
@ApplicationScoped
public class DirectoryLogins {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 200;
    /** Of people who cannot be told apart, as many are named as somebody will look at. */
    private static final int MOST_NAMED = 100;

    private final UnitOfWork unitOfWork;
    private final DirectoryUsers users;
    private final ChangePeople changePeople;
    private final ReleaseParked releaseParked;

    DirectoryLogins(
            UnitOfWork unitOfWork, DirectoryUsers users, ChangePeople changePeople, ReleaseParked releaseParked) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.changePeople = changePeople;
        this.releaseParked = releaseParked;
    }

    /**
     * What came of telling it.
     *
     * @param users that state a login by it
     * @param refused of these, ids of those whose login is somebody else's; at most 100
     */
    public record Told(LoginSource source, long users, List<UUID> refused) {

        private Told with(long more, List<UUID> alsoRefused) {
            List<UUID> all = new ArrayList<>(refused);
            all.addAll(alsoRefused);
            return new Told(source, users + more, all.subList(0, Math.min(all.size(), MOST_NAMED)));
        }
    }

    public Uni<LoginSource> read(Connection directory) {
        return unitOfWork.inTenant(directory.tenant(), session -> of(session, directory));
    }

    Uni<LoginSource> of(Mutiny.Session session, Connection directory) {
        return session.<String>createNativeQuery(
                        "select login_source from directory_login where tenant_id = ?1 and connection_id = ?2")
                .setParameter(1, directory.tenant())
                .setParameter(2, directory.id())
                .getSingleResultOrNull()
                .map(word ->
                        word == null ? LoginSource.NONE : LoginSource.of(word).orElseThrow());
    }

    /**
     * Keeps it, and applies it to the users there are, {@value #BATCH} in a transaction. Whatever interrupts it, telling it
     * again does the rest.
     */
    public Uni<Told> tell(Connection directory, LoginSource source, Instant now) {
        return unitOfWork
                .inTenant(
                        directory.tenant(),
                        session -> session.createNativeQuery("""
                                insert into directory_login (tenant_id, connection_id, login_source) values (?1, ?2, ?3)
                                on conflict (tenant_id, connection_id) do update
                                set login_source = excluded.login_source""")
                                .setParameter(1, directory.tenant())
                                .setParameter(2, directory.id())
                                .setParameter(3, source.word())
                                .executeUpdate())
                .chain(() -> source == LoginSource.NONE
                        ? Uni.createFrom().item(new Told(source, 0, List.of()))
                        : behind(directory, FIRST, new Told(source, 0, List.of()), now));
    }

    private record Page(List<StoredUser> users, List<UUID> stating, List<UUID> refused, Set<Identity> moved) {}

    private Uni<Told> behind(Connection directory, UUID last, Told before, Instant now) {
        return unitOfWork
                .inTenant(directory.tenant(), session -> page(session, directory, last, before.source(), now))
                .invoke(page -> releaseParked.begin(directory.tenant(), page.moved()))
                .chain(page -> {
                    Told told = before.with(page.stating().size(), page.refused());
                    return page.users().size() < BATCH
                            ? Uni.createFrom().item(told)
                            : behind(directory, page.users().get(BATCH - 1).id(), told, now);
                });
    }

    private Uni<Page> page(Mutiny.Session session, Connection directory, UUID last, LoginSource source, Instant now) {
        return users.behind(session, directory, last, BATCH).chain(found -> {
            List<UUID> stating = new ArrayList<>();
            List<PersonUpdate> updates = new ArrayList<>();
            found.forEach(user -> new UserUpdate(directory.id(), user.id(), source)
                    .signsIn(user.user())
                    .ifPresent(update -> {
                        stating.add(user.id());
                        updates.add(update);
                    }));
            if (updates.isEmpty()) {
                return Uni.createFrom().item(new Page(found, stating, List.of(), Set.of()));
            }
            return changePeople
                    .apply(session, directory.tenant(), updates, now)
                    .map(changed -> new Page(
                            found, stating, refused(stating, changed.entries()), new HashSet<>(changed.moved())));
        });
    }

    private static List<UUID> refused(List<UUID> stating, List<RosterEntry> entries) {
        List<UUID> refused = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            if (entries.get(index).outcome() == RosterEntry.Outcome.AMBIGUOUS) {
                refused.add(stating.get(index));
            }
        }
        return refused;
    }
}
