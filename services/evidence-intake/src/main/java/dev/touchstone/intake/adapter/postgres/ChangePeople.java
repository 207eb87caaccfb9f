package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.postgres.Outbox;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import dev.touchstone.intake.adapter.kafka.PersonChanged;
import dev.touchstone.intake.people.Identity;
import dev.touchstone.intake.people.IdentityKind;
import dev.touchstone.intake.people.Person;
import dev.touchstone.intake.people.PersonUpdate;
import dev.touchstone.intake.people.Roster;
import dev.touchstone.intake.people.RosterEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Applies what a source says about people, within the caller's transaction. Changes of one organisation's people come
 * one after the other. Once the transaction has committed, {@link ReleaseParked} has to be told what was gained and lost.
 */
@ApplicationScoped
class ChangePeople {

    /** What a source may name a manager by. */
    private static final Set<IdentityKind> MANAGERS =
            EnumSet.of(IdentityKind.EMPLOYEE_NUMBER, IdentityKind.LOGIN, IdentityKind.DIRECTORY_USER);

    private final PeopleLock lock;
    private final Identities identities;
    private final Outbox outbox;

    ChangePeople(PeopleLock lock, Identities identities, Outbox outbox) {
        this.lock = lock;
        this.identities = identities;
        this.outbox = outbox;
    }

    /**
     * @param entries what became of each update
     * @param moved identities that belong to somebody now, or to nobody any more: what waits for them may go on
     */
    record Changed(List<RosterEntry> entries, Set<Identity> moved) {

        static Changed of(List<RosterEntry> entries, Roster roster) {
            Set<Identity> moved = new HashSet<>(roster.gained().keySet());
            moved.addAll(roster.lost());
            return new Changed(entries, moved);
        }
    }

    Uni<Changed> apply(Mutiny.Session session, String tenant, List<PersonUpdate> updates, Instant now) {
        Set<Identity> spokenOf = new HashSet<>();
        updates.forEach(update -> update.collectIdentities(spokenOf));
        return lock.alone(session, tenant)
                .chain(() -> identities.owners(session, tenant, spokenOf))
                .chain(known -> rows(session, known.values()).chain(rows -> {
                    Roster roster = new Roster(known, people(rows), Uuid7::next);
                    List<RosterEntry> entries = roster.apply(updates, now);
                    return waitingFor(session, tenant, roster.gained().keySet())
                            .chain(waiting -> {
                                waiting.forEach(row -> rows.putIfAbsent(row.id, row));
                                roster.resolveManagers(
                                        waiting.stream().map(PersonRow::person).toList(), now);
                                return save(session, tenant, roster, rows);
                            })
                            .replaceWith(() -> Changed.of(entries, roster));
                }));
    }

    private Uni<Void> save(Mutiny.Session session, String tenant, Roster roster, Map<UUID, PersonRow> rows) {
        List<PersonRow> created = roster.touched().stream()
                .filter(person -> {
                    PersonRow known = rows.get(person.id());
                    if (known != null) {
                        known.take(person);
                    }
                    return known == null;
                })
                .map(person -> PersonRow.of(tenant, person))
                .toList();
        return session.persistAll(created.toArray())
                .chain(() -> identities.remove(session, tenant, roster.lost()))
                .chain(() -> identities.add(session, tenant, roster.gained()))
                .chain(() -> outbox.addAll(
                        session,
                        roster.changes().stream()
                                .map(person -> event(tenant, person))
                                .toList()));
    }

    private static Uni<Map<UUID, PersonRow>> rows(Mutiny.Session session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new java.util.HashMap<>());
        }
        return session.createQuery("from PersonRow where id in :ids", PersonRow.class)
                .setParameter("ids", new HashSet<>(ids))
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity())));
    }

    private static Map<UUID, Person> people(Map<UUID, PersonRow> rows) {
        return rows.values().stream().collect(Collectors.toMap(row -> row.id, PersonRow::person));
    }

    /** People whose manager is known only now. */
    private static Uni<List<PersonRow>> waitingFor(Mutiny.Session session, String tenant, Set<Identity> gained) {
        Set<String> values = gained.stream()
                .filter(identity -> MANAGERS.contains(identity.kind()))
                .map(Identity::value)
                .collect(Collectors.toSet());
        if (values.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery(
                        "from PersonRow where tenant = :tenant and pendingManagerValue in :values", PersonRow.class)
                .setParameter("tenant", tenant)
                .setParameter("values", values)
                .getResultList();
    }

    private static OutgoingEvent event(String tenant, Person person) {
        return new OutgoingEvent(
                PersonChanged.TOPIC,
                tenant + ":" + person.id(),
                PersonChanged.TYPE,
                person.id().toString(),
                person.changedAt(),
                tenant,
                PersonChanged.of(person),
                null);
    }
}
