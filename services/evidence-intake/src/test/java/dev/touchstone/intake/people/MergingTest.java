package dev.touchstone.intake.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID BOSS = new UUID(0, 3);

    @Test
    void theSurvivorKeepsWhatTheyHaveAndGetsWhatTheyLack() {
        // Given
        Person survivor = person(ADA, true, "Ada", null, "ada", null, OTHER);
        Person merged = person(OTHER, true, "A. L.", "ada@example.org", "al", "7", BOSS);

        // When
        Merging merging = Merging.of(merged, survivor, NOW);

        // Then
        assertThat(merging.survivor())
                .isEqualTo(new Person(
                        ADA, 4, true, "Ada", "ada@example.org", "ada", "7", null, BOSS, null, "Analyst", NOW));
        assertThat(Merging.lostLogin(merged, survivor)).contains(Identity.login("al"));
    }

    @Test
    void nothingIsLeftOfWhoWasMergedButTheirName() {
        // When
        Person signpost = Merging.of(
                        person(OTHER, true, "A. L.", "ada@example.org", "al", "7", BOSS),
                        person(ADA, true, "Ada", null, null, null, null),
                        NOW)
                .signpost();

        // Then
        assertThat(signpost)
                .isEqualTo(new Person(OTHER, 4, false, "A. L.", null, null, null, null, null, null, null, NOW));
    }

    @Test
    void whoeverIsStillHereIsHere() {
        assertThat(Merging.of(
                                person(OTHER, true, "B", null, null, null, null),
                                person(ADA, false, "A", null, null, null, null),
                                NOW)
                        .survivor()
                        .active())
                .isTrue();
    }

    @Test
    void nobodyBecomesTheirOwnManager() {
        assertThat(Merging.of(
                                person(OTHER, true, "B", null, null, null, ADA),
                                person(ADA, true, "A", null, null, null, OTHER),
                                NOW)
                        .survivor()
                        .managerId())
                .isNull();
    }

    @Test
    void aLoginThatTheSurvivorLacksIsNotLost() {
        Person survivor = person(ADA, true, "Ada", null, null, null, null);
        Person merged = person(OTHER, true, "A", null, "al", null, null);

        assertThat(Merging.of(merged, survivor, NOW).survivor().login()).isEqualTo("al");
        assertThat(Merging.lostLogin(merged, survivor)).isEmpty();
    }

    private static Person person(
            UUID id, boolean active, String name, String email, String login, String number, UUID manager) {
        return new Person(id, 3, active, name, email, login, number, null, manager, null, "Analyst", BEFORE);
    }
}
