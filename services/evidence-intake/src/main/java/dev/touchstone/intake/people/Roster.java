package dev.touchstone.intake.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The people that one batch of updates touches, and the rule by which updates find them: whoever is known by any of
 * the identities given is meant; nobody known means a new person; identities of different people are refused, because
 * guessing would hand one person's evidence to another. So is an update that meets somebody by an address or an account
 * alone and states another employee number or login than theirs: addresses are given to new people ({@link Contradiction}).
 *
 * <p>A manager may come later in the batch, or in a later one: until then their name is kept.
 */
public final class Roster {

    private final Map<Identity, UUID> known;
    private final Map<UUID, Person> people;
    private final Supplier<UUID> newIds;
    private final Contradiction contradiction;
    private final Map<Identity, UUID> before;
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final Map<Identity, UUID> gained = new LinkedHashMap<>();
    private final Set<Identity> lost = new LinkedHashSet<>();
    private final List<Person> changes = new ArrayList<>();

    /**
     * @param known the owners of the identities that the batch speaks of
     * @param people the current state of those owners
     */
    public Roster(Map<Identity, UUID> known, Map<UUID, Person> people, Supplier<UUID> newIds) {
        this.known = new HashMap<>(known);
        this.before = Map.copyOf(known);
        this.people = new HashMap<>(people);
        this.contradiction = new Contradiction(people);
        this.newIds = newIds;
    }

    /** What became of each update, in their order. */
    public List<RosterEntry> apply(List<PersonUpdate> updates, Instant now) {
        List<Optional<UUID>> owners = updates.stream().map(this::locate).toList();
        List<RosterEntry> entries = new ArrayList<>();
        for (int index = 0; index < updates.size(); index++) {
            PersonUpdate update = updates.get(index);
            entries.add(
                    owners.get(index).map(owner -> apply(owner, update, now)).orElseGet(RosterEntry::ambiguous));
        }
        return entries;
    }

    /** Gives people who waited for their manager the manager, as far as this batch made them known. */
    public void resolveManagers(Collection<Person> waiting, Instant now) {
        for (Person stored : waiting) {
            Person person = people.getOrDefault(stored.id(), stored);
            UUID manager = person.pendingManager() == null ? null : known.get(person.pendingManager());
            if (manager != null) {
                record(person, person.managedBy(manager, now));
            }
        }
    }

    /** Every published state, oldest first: one event each. */
    public List<Person> changes() {
        return List.copyOf(changes);
    }

    /** The final state of everyone who was touched. */
    public List<Person> touched() {
        return touched.stream().map(people::get).toList();
    }

    /** Identities that belong to somebody now and belonged to nobody before. */
    public Map<Identity, UUID> gained() {
        return Map.copyOf(gained);
    }

    /** Identities that nobody has any more: a former login must not open anything. */
    public Set<Identity> lost() {
        return Set.copyOf(lost);
    }

    private Optional<UUID> locate(PersonUpdate update) {
        Set<UUID> owners = update.identities().stream()
                .map(known::get)
                .filter(owner -> owner != null)
                .collect(Collectors.toSet());
        if (owners.size() > 1) {
            return Optional.empty();
        }
        UUID owner = owners.isEmpty() ? newIds.get() : owners.iterator().next();
        if (contradiction.isBetween(update, owner, known)) {
            return Optional.empty();
        }
        contradiction.remember(update, owner);
        for (Identity identity : update.identities()) {
            if (known.putIfAbsent(identity, owner) == null) {
                gained.put(identity, owner);
            }
        }
        return Optional.of(owner);
    }

    private RosterEntry apply(UUID owner, PersonUpdate update, Instant now) {
        Person before = people.getOrDefault(owner, Person.unknown(owner));
        Optional<UUID> manager = Optional.ofNullable(update.manager().value()).map(known::get);
        Person after = before.apply(update, manager, now);
        record(before, after);
        dropFormerLogin(before, after);
        dropAddressTakenAway(before, after);
        update.identities().forEach(identity -> takeUpAgain(identity, owner));
        if (before.version() == 0) {
            return RosterEntry.created(owner);
        }
        boolean gainedAny = update.identities().stream().anyMatch(identity -> owner.equals(gained.get(identity)));
        return after.equals(before) && !gainedAny ? RosterEntry.unchanged(owner) : RosterEntry.changed(owner);
    }

    private void record(Person before, Person after) {
        people.put(after.id(), after);
        if (after != before) {
            touched.add(after.id());
        }
        if (after.version() != before.version()) {
            changes.add(after);
        }
    }

    private void dropFormerLogin(Person before, Person after) {
        if (before.login() != null && !before.login().equals(after.login())) {
            drop(Identity.login(before.login()));
        }
    }

    /** A former address stays theirs, for late evidence; one that is taken away is free for somebody else. */
    private void dropAddressTakenAway(Person before, Person after) {
        if (before.email() != null && after.email() == null) {
            Identity.ofEmail(before.email()).forEach(this::drop);
        }
    }

    private void drop(Identity identity) {
        known.remove(identity);
        gained.remove(identity);
        lost.add(identity);
    }

    /** What the same batch took away before and now gives back. */
    private void takeUpAgain(Identity identity, UUID owner) {
        if (lost.remove(identity)) {
            known.put(identity, owner);
            if (!owner.equals(before.get(identity))) {
                gained.put(identity, owner);
            }
        }
    }
}
