package dev.touchstone.profile.adapter.http;

import static dev.touchstone.profile.passport.Awards.award;
import static dev.touchstone.profile.passport.Awards.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.profile.adapter.http.HolderPage.HolderView;
import dev.touchstone.profile.adapter.mongo.SkillReads.Position;
import dev.touchstone.profile.adapter.mongo.SkillReads.RankedHolder;
import dev.touchstone.profile.passport.Holdings;
import dev.touchstone.profile.passport.Passport;
import dev.touchstone.profile.passport.PassportFact;
import dev.touchstone.profile.passport.PersonFacts;
import dev.touchstone.profile.passport.PersonKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A revocation, an erasure or a loss of level falls between the ranking and the passports. */
class HolderPageTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String CRANES = "gdad:cranes";

    private final HolderPage page =
            new HolderPage(CRANES, 2, passport -> Holdings.at(NOW, Duration.ofDays(90), passport.proofs()));

    @Test
    void leavesOutWhoNoLongerHoldsTheSkill() {
        // Given
        List<RankedHolder> ranked = List.of(
                ranked("Ada", 4, holding("Ada", 4)),
                ranked("Ben", 3, revoked("Ben", 3)),
                ranked("Cem", 3, holding("Cem", 1)),
                ranked("Dee", 3, null),
                ranked("Eva", 2, holding("Eva", 2)));

        // When
        Page<HolderView> shown = page.of(ranked, 10);

        // Then
        assertThat(shown.items())
                .extracting(view -> view.person().displayName())
                .containsExactly("Ada", "Eva");
        assertThat(shown.next()).isNull();
    }

    @Test
    void goesOnBehindTheLastInTheRankingEvenIfThatOneIsLeftOut() {
        // Given
        List<RankedHolder> ranked = List.of(
                ranked("Ada", 4, holding("Ada", 4)),
                ranked("Ben", 3, revoked("Ben", 3)),
                ranked("Eva", 2, holding("Eva", 2)));

        // When
        Page<HolderView> shown = page.of(ranked, 2);

        // Then
        assertThat(shown.items())
                .extracting(view -> view.person().displayName())
                .containsExactly("Ada");
        assertThat(Cursor.decode(shown.next()))
                .hasValue("{\"ordinal\":3,\"name\":\"Ben\",\"personKey\":\""
                        + key("Ben").text() + "\"}");
    }

    private static RankedHolder ranked(String name, int ordinal, Passport passport) {
        return new RankedHolder(new Position(ordinal, name, key(name).text()), passport);
    }

    private static Passport revoked(String name, int ordinal) {
        return holding(name, ordinal).apply(new PassportFact.CredentialRevoked(id(name), 2, NOW, "issued-in-error"));
    }

    private static Passport holding(String name, int ordinal) {
        return Passport.empty(key(name))
                .apply(new PassportFact.PersonChanged(new PersonFacts(
                        1, true, name, name.toLowerCase(java.util.Locale.ROOT), "yard", "Yard", null, "Driver", NOW)))
                .apply(new PassportFact.CredentialIssued(
                        id(name),
                        1,
                        award(
                                "cranes",
                                Instant.parse("2026-01-05T09:00:00Z"),
                                null,
                                List.of(skill(CRANES, ordinal, "Level " + ordinal)))));
    }

    private static PersonKey key(String name) {
        return new PersonKey("northwind", id(name));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
