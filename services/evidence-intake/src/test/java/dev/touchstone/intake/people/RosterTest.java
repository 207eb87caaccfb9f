package dev.touchstone.intake.people;

import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.people.RosterEntry.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    private final Map<Identity, UUID> known = new HashMap<>();
    private final Map<UUID, Person> people = new HashMap<>();
    private final AtomicLong ids = new AtomicLong();

    @Test
    void mintsAPersonForIdentitiesThatNobodyHas() {
        Roster roster = roster();

        List<RosterEntry> entries = roster.apply(updates("""
                {'employeeNumber':'7','displayName':'Ada','email':'ada@example.org','login':'ada',
                 'unit':{'unitId':'design','name':'Design'},'jobTitle':'Designer'}"""), NOW);

        assertThat(entries).containsExactly(RosterEntry.created(ADA));
        assertThat(roster.changes())
                .containsExactly(new Person(
                        ADA,
                        1,
                        true,
                        "Ada",
                        "ada@example.org",
                        "ada",
                        "7",
                        new Unit("design", "Design"),
                        null,
                        null,
                        "Designer",
                        NOW));
        assertThat(roster.gained().keySet())
                .contains(Identity.employeeNumber("7"), Identity.login("ada"), Identity.email("ada@example.org"));
    }

    @Test
    void sameUpdateAgainChangesNothing() {
        String ada = "{'employeeNumber':'7','displayName':'Ada','email':'ada@example.org'}";
        remember(roster(), ada);
        Roster again = roster();

        List<RosterEntry> entries = again.apply(updates(ada), NOW.plusSeconds(60));

        assertThat(entries).containsExactly(RosterEntry.unchanged(ADA));
        assertThat(again.changes()).isEmpty();
        assertThat(again.touched()).isEmpty();
        assertThat(again.gained()).isEmpty();
    }

    @Test
    void changeOfAddressKeepsThePersonAndTheOldAddress() {
        remember(roster(), "{'employeeNumber':'7','displayName':'Ada','email':'ada@old.example'}");
        Roster roster = roster();

        List<RosterEntry> entries =
                roster.apply(updates("{'employeeNumber':'7','email':'ada@new.example'}"), NOW.plusSeconds(60));

        assertThat(entries).containsExactly(RosterEntry.changed(ADA));
        assertThat(roster.changes()).singleElement().satisfies(person -> {
            assertThat(person.version()).isEqualTo(2);
            assertThat(person.email()).isEqualTo("ada@new.example");
            assertThat(person.displayName()).isEqualTo("Ada");
        });
        assertThat(roster.lost()).isEmpty();
    }

    @Test
    void furtherIdentityIsKeptWithoutTellingOthers() {
        remember(roster(), "{'employeeNumber':'7','displayName':'Ada'}");
        Roster roster = roster();

        List<RosterEntry> entries = roster.apply(updates("""
                {'employeeNumber':'7','identities':[{'kind':'account','homePage':'https://lms.example','name':'1'}]}"""), NOW);

        assertThat(entries).containsExactly(RosterEntry.changed(ADA));
        assertThat(roster.changes()).isEmpty();
        assertThat(roster.gained()).containsOnly(Map.entry(Identity.account("https://lms.example", "1"), ADA));
    }

    @Test
    void identitiesOfTwoPeopleAreRefused() {
        remember(roster(), "{'employeeNumber':'7','email':'ada@example.org'}", "{'employeeNumber':'8'}");
        Roster roster = roster();

        List<RosterEntry> entries =
                roster.apply(updates("{'employeeNumber':'8','email':'ada@example.org','displayName':'Eve'}"), NOW);

        assertThat(entries).extracting(RosterEntry::outcome).containsExactly(Outcome.AMBIGUOUS);
        assertThat(roster.changes()).isEmpty();
    }

    @Test
    void addressThatWasHandedOnMergesNobody() {
        remember(roster(), "{'employeeNumber':'7','displayName':'Ada','email':'ada@example.org','active':false}");
        Roster roster = roster();

        List<RosterEntry> entries =
                roster.apply(updates("{'employeeNumber':'9','displayName':'Adam','email':'ada@example.org'}"), NOW);

        assertThat(entries).extracting(RosterEntry::outcome).containsExactly(Outcome.AMBIGUOUS);
        assertThat(roster.changes()).isEmpty();
        assertThat(roster.gained()).isEmpty();
    }

    @Test
    void addressThatWasHandedOnMergesNobodyWithinABatch() {
        Roster roster = roster();

        List<RosterEntry> entries = roster.apply(
                updates(
                        "{'employeeNumber':'7','email':'ada@example.org'}",
                        "{'employeeNumber':'9','email':'ada@example.org'}"),
                NOW);

        assertThat(entries).extracting(RosterEntry::outcome).containsExactly(Outcome.CREATED, Outcome.AMBIGUOUS);
    }

    @Test
    void otherLoginAtTheSameAddressMergesNobody() {
        remember(roster(), "{'login':'ada','email':'ada@example.org'}");
        Roster roster = roster();

        List<RosterEntry> entries = roster.apply(updates("{'login':'adam','email':'ada@example.org'}"), NOW);

        assertThat(entries).extracting(RosterEntry::outcome).containsExactly(Outcome.AMBIGUOUS);
        assertThat(roster.lost()).isEmpty();
    }

    @Test
    void addressThatWasTakenAwayIsFreeForSomebodyElse() {
        remember(roster(), "{'employeeNumber':'7','displayName':'Ada','email':'ada@example.org'}");
        Roster freeing = roster();
        freeing.apply(updates("{'employeeNumber':'7','email':null,'active':false}"), NOW);
        assertThat(freeing.lost()).containsExactlyInAnyOrderElementsOf(Identity.ofEmail("ada@example.org"));
        freeing.lost().forEach(known::remove);
        freeing.touched().forEach(person -> people.put(person.id(), person));
        Roster roster = roster();

        List<RosterEntry> entries = roster.apply(updates("{'employeeNumber':'9','email':'ada@example.org'}"), NOW);

        assertThat(entries).containsExactly(RosterEntry.created(BEN));
    }

    @Test
    void addressTakenAwayAndGivenBackStays() {
        remember(roster(), "{'employeeNumber':'7','email':'ada@example.org'}");
        Roster roster = roster();

        roster.apply(
                updates("{'employeeNumber':'7','email':null}", "{'employeeNumber':'7','email':'ada@example.org'}"),
                NOW);

        assertThat(roster.lost()).isEmpty();
        assertThat(roster.gained()).isEmpty();
    }

    @Test
    void personKnownByAnAddressAloneGetsANumber() {
        remember(roster(), "{'email':'ada@example.org','displayName':'Ada'}");
        Roster roster = roster();

        List<RosterEntry> entries =
                roster.apply(updates("{'employeeNumber':'7','login':'ada','email':'ada@example.org'}"), NOW);

        assertThat(entries).containsExactly(RosterEntry.changed(ADA));
    }

    @Test
    void managerMayComeLaterInTheBatch() {
        Roster roster = roster();

        roster.apply(updates("{'employeeNumber':'7','manager':{'employeeNumber':'8'}}", "{'employeeNumber':'8'}"), NOW);

        assertThat(roster.changes())
                .extracting(Person::id, Person::managerId, Person::version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ADA, BEN, 1L),
                        org.assertj.core.groups.Tuple.tuple(BEN, null, 1L));
    }

    @Test
    void managerMayComeInALaterBatch() {
        remember(roster(), "{'employeeNumber':'7','manager':{'login':'ben'}}");
        Person waiting = people.get(ADA);
        Roster roster = roster();

        roster.apply(updates("{'employeeNumber':'8','login':'ben'}"), NOW);
        roster.resolveManagers(List.of(waiting), NOW);

        assertThat(waiting.pendingManager()).isEqualTo(Identity.login("ben"));
        assertThat(roster.changes()).last().satisfies(person -> {
            assertThat(person.id()).isEqualTo(ADA);
            assertThat(person.managerId()).isEqualTo(BEN);
            assertThat(person.version()).isEqualTo(2);
            assertThat(person.pendingManager()).isNull();
        });
    }

    @Test
    void nobodyManagesThemselves() {
        Roster roster = roster();

        roster.apply(updates("{'employeeNumber':'7','manager':{'employeeNumber':'7'}}"), NOW);

        assertThat(roster.changes()).singleElement().satisfies(person -> {
            assertThat(person.managerId()).isNull();
            assertThat(person.pendingManager()).isNull();
        });
    }

    @Test
    void formerLoginOpensNothing() {
        remember(roster(), "{'employeeNumber':'7','login':'ada'}");
        Roster roster = roster();

        roster.apply(updates("{'employeeNumber':'7','login':'ada.l'}"), NOW);

        assertThat(roster.lost()).containsExactly(Identity.login("ada"));
        assertThat(roster.gained()).containsOnlyKeys(Identity.login("ada.l"));
    }

    @Test
    void nullTakesAwayAndSilenceDoesNot() {
        remember(roster(), "{'employeeNumber':'7','jobTitle':'Designer','email':'ada@example.org','active':true}");
        Roster roster = roster();

        roster.apply(updates("{'employeeNumber':'7','jobTitle':null}"), NOW);

        assertThat(roster.changes()).singleElement().satisfies(person -> {
            assertThat(person.jobTitle()).isNull();
            assertThat(person.email()).isEqualTo("ada@example.org");
            assertThat(person.active()).isTrue();
        });
    }

    @Test
    void eachVisibleChangeIsOneVersion() {
        Roster roster = roster();

        roster.apply(updates("{'employeeNumber':'7'}", "{'employeeNumber':'7','active':false}"), NOW);

        assertThat(roster.changes()).extracting(Person::version).containsExactly(1L, 2L);
        assertThat(roster.touched())
                .singleElement()
                .satisfies(person -> assertThat(person.active()).isFalse());
    }

    private Roster roster() {
        return new Roster(known, people, () -> new UUID(0, ids.incrementAndGet()));
    }

    private void remember(Roster roster, String... updates) {
        roster.apply(updates(updates), NOW);
        known.putAll(roster.gained());
        roster.touched().forEach(person -> people.put(person.id(), person));
    }

    private static List<PersonUpdate> updates(String... texts) {
        return Arrays.stream(texts)
                .map(text -> {
                    Document document = Document.of(json(text));
                    PersonUpdate update = PersonUpdateReader.read(document, null);
                    document.check();
                    return update;
                })
                .toList();
    }
}
