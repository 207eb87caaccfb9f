package dev.touchstone.profile.passport;

import static dev.touchstone.profile.passport.Awards.award;
import static dev.touchstone.profile.passport.Awards.skill;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldingsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration SOON = Duration.ofDays(90);
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Test
    void theHighestLiveLevelWinsAndNamesItsCredentials() {
        // Given
        Passport passport = passport(
                issued(FIRST, award("basics", at("2024-01-01"), null, List.of(skill("gdad:testing", 2, "Working")))),
                issued(SECOND, award("lead", at("2026-01-01"), null, List.of(skill("gdad:testing", 4, "Expert")))));

        // When
        List<Holding> holdings = Holdings.at(NOW, SOON, passport.proofs());

        // Then
        assertThat(holdings)
                .containsExactly(new Holding(
                        "gdad:testing",
                        "gdad:testing",
                        4,
                        "Expert",
                        Currency.CURRENT,
                        List.of(SECOND),
                        at("2026-01-01"),
                        null,
                        null));
    }

    @Test
    void aHigherLevelThatLapsedIsRememberedBesideTheOneHeldNow() {
        // Given
        Passport passport = passport(
                issued(FIRST, award("basics", at("2024-01-01"), null, List.of(skill("gdad:testing", 2, "Working")))),
                issued(
                        SECOND,
                        award(
                                "lead",
                                at("2024-06-01"),
                                at("2026-03-01"),
                                List.of(skill("gdad:testing", 4, "Expert")))));

        // When
        Holding holding = Holdings.at(NOW, SOON, passport.proofs()).get(0);

        // Then
        assertThat(holding.ordinal()).isEqualTo(2);
        assertThat(holding.currency()).isEqualTo(Currency.CURRENT);
        assertThat(holding.formerly()).isEqualTo(new Holding.FormerLevel(4, "Expert", at("2026-03-01")));
    }

    @Test
    void aLapsedHoldingStaysVisibleAsWasHeld() {
        // Given
        Passport passport = passport(issued(
                FIRST,
                award("crane", at("2020-01-01"), at("2025-01-01"), List.of(skill("northwind:crane", 3, "Operator")))));

        // When
        Holding holding = Holdings.at(NOW, SOON, passport.proofs()).get(0);

        // Then
        assertThat(holding.currency()).isEqualTo(Currency.LAPSED);
        assertThat(holding.isHeld()).isFalse();
        assertThat(holding.levelName()).isEqualTo("Operator");
        assertThat(holding.validUntil()).isEqualTo(at("2025-01-01"));
    }

    @Test
    void currencyFollowsTheClockAloneAndTheEndItselfIsOutside() {
        // Given
        Instant end = at("2027-01-01");
        List<SkillProof> proofs = passport(issued(
                        FIRST, award("crane", at("2020-01-01"), end, List.of(skill("northwind:crane", 1, null)))))
                .proofs();

        // When
        List<Currency> seen = List.of(
                currency(end.minus(SOON).minusSeconds(1), proofs),
                currency(end.minus(SOON), proofs),
                currency(end.minusSeconds(1), proofs),
                currency(end, proofs));

        // Then
        assertThat(seen).containsExactly(Currency.CURRENT, Currency.EXPIRING, Currency.EXPIRING, Currency.LAPSED);
    }

    @Test
    void aRevokedCredentialProvesNothingAndIsNotRememberedAsALevel() {
        // Given
        Passport passport = passport(
                issued(FIRST, award("basics", at("2024-01-01"), null, List.of(skill("gdad:testing", 2, "Working")))),
                issued(SECOND, award("lead", at("2025-01-01"), null, List.of(skill("gdad:testing", 4, "Expert")))),
                new PassportFact.CredentialRevoked(SECOND, 2, at("2026-02-01"), "decision-overturned"));

        // When
        Holding holding = Holdings.at(NOW, SOON, passport.proofs()).get(0);

        // Then
        assertThat(holding.ordinal()).isEqualTo(2);
        assertThat(holding.formerly()).isNull();
        assertThat(passport.credentials().get(SECOND).state()).isEqualTo(CredentialState.REVOKED);
    }

    @Test
    void aRevocationThatArrivesFirstHoldsTheCredentialDownForGood() {
        // Given
        PassportFact revoked = new PassportFact.CredentialRevoked(FIRST, 2, NOW, "issued-in-error");
        PassportFact issued =
                issued(FIRST, award("basics", at("2024-01-01"), null, List.of(skill("gdad:testing", 2, "Working"))));

        // When
        Passport passport = passport(revoked, issued);

        // Then
        assertThat(passport.proofs()).isEmpty();
        assertThat(passport.credentials().get(FIRST).award().achievementId()).isEqualTo("basics");
        assertThat(passport.credentials().get(FIRST).reasonCode()).isEqualTo("issued-in-error");
    }

    @Test
    void aProofThatBeginsLaterIsNotHeldYet() {
        // Given
        Passport passport = passport(
                issued(FIRST, award("next", at("2027-01-01"), null, List.of(skill("gdad:testing", 2, "Working")))));

        // When
        List<Holding> holdings = Holdings.at(NOW, SOON, passport.proofs());

        // Then
        assertThat(holdings).isEmpty();
    }

    private static Currency currency(Instant now, List<SkillProof> proofs) {
        return Holdings.at(now, SOON, proofs).get(0).currency();
    }

    private static Passport passport(PassportFact... facts) {
        Passport passport = Passport.empty(new PersonKey("northwind", new UUID(9, 9)));
        for (PassportFact fact : facts) {
            passport = passport.apply(fact);
        }
        return passport;
    }

    private static PassportFact issued(UUID id, Award award) {
        return new PassportFact.CredentialIssued(id, 1, award);
    }

    private static Instant at(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }
}
