package dev.touchstone.profile.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The passport is the same whatever happens to the facts on their way, and equals a recount from the credentials. */
class PassportPropertyTest {

    private static final PersonKey KEY = new PersonKey("northwind", new UUID(7, 7));
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration SOON = Duration.ofDays(90);

    @Property(tries = 400)
    void anyOrderWithDuplicatesMakesTheSamePassport(@ForAll("histories") List<PassportFact> facts, @ForAll long seed) {
        // Given
        Passport inOrder = fold(facts);
        List<PassportFact> delivered = new ArrayList<>(facts);
        Random random = new Random(seed);
        facts.forEach(fact -> {
            if (random.nextBoolean()) {
                delivered.add(fact);
            }
        });
        Collections.shuffle(delivered, random);

        // When
        Passport asDelivered = fold(delivered);

        // Then
        assertThat(asDelivered).isEqualTo(inOrder);
    }

    @Property(tries = 200)
    void aFactAppliedAgainReturnsTheVerySamePassport(@ForAll("histories") List<PassportFact> facts) {
        // Given
        Passport passport = fold(facts);

        // When
        List<Passport> again = facts.stream().map(passport::apply).toList();

        // Then
        assertThat(again).allSatisfy(same -> assertThat(same).isSameAs(passport));
    }

    @Property(tries = 400)
    void holdingsEqualARecountFromTheCredentials(@ForAll("histories") List<PassportFact> facts) {
        // Given
        Map<String, Integer> recount = recountLevels(facts);

        // When
        List<Holding> holdings = Holdings.at(NOW, SOON, fold(facts).proofs());

        // Then
        Map<String, Integer> held = new HashMap<>();
        holdings.stream().filter(Holding::isHeld).forEach(holding -> held.put(holding.skillId(), holding.ordinal()));
        assertThat(held).isEqualTo(recount);
    }

    /** Counted the long way round: over the facts, never over a passport. */
    private static Map<String, Integer> recountLevels(List<PassportFact> facts) {
        Map<UUID, Award> awards = new HashMap<>();
        facts.forEach(fact -> {
            if (fact instanceof PassportFact.CredentialIssued issued) {
                awards.put(issued.credentialId(), issued.award());
            }
        });
        facts.forEach(fact -> {
            if (fact instanceof PassportFact.CredentialRevoked revoked) {
                awards.remove(revoked.credentialId());
            }
        });
        Map<String, Integer> levels = new HashMap<>();
        for (Award award : awards.values()) {
            boolean begun = !award.validFrom().isAfter(NOW);
            boolean over = award.validUntil() != null && !award.validUntil().isAfter(NOW);
            if (begun && !over) {
                award.skills().forEach(skill -> levels.merge(skill.skillId(), skill.ordinal(), Math::max));
            }
        }
        return levels;
    }

    private static Passport fold(List<PassportFact> facts) {
        Passport passport = Passport.empty(KEY);
        for (PassportFact fact : facts) {
            passport = passport.apply(fact);
        }
        return passport;
    }

    @Provide
    Arbitrary<List<PassportFact>> histories() {
        Arbitrary<List<PassportFact>> people = Arbitraries.integers()
                .between(0, 4)
                .map(versions -> java.util.stream.IntStream.rangeClosed(1, versions)
                        .mapToObj(PassportPropertyTest::personChanged)
                        .toList());
        Arbitrary<List<PassportFact>> credentials =
                credentialHistory().list().ofMaxSize(8).map(all -> numbered(all));
        return Combinators.combine(people, credentials).as((first, second) -> {
            List<PassportFact> facts = new ArrayList<>(first);
            facts.addAll(second);
            return facts;
        });
    }

    private record Drawn(List<SkillShown> skills, int fromDays, Integer forDays, boolean issued, boolean revoked) {}

    private static Arbitrary<Drawn> credentialHistory() {
        Arbitrary<SkillShown> skill = Combinators.combine(
                        Arbitraries.of("gdad:testing", "gdad:programming", "northwind:crane"),
                        Arbitraries.integers().between(1, 4))
                .as((id, ordinal) -> new SkillShown(id, id, ordinal, "L" + ordinal));
        return Combinators.combine(
                        skill.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(-800, 60),
                        Arbitraries.integers().between(1, 900).injectNull(0.4),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(false, false, true))
                .as(Drawn::new);
    }

    private static List<PassportFact> numbered(List<Drawn> drawn) {
        List<PassportFact> facts = new ArrayList<>();
        for (int number = 0; number < drawn.size(); number++) {
            Drawn one = drawn.get(number);
            UUID id = new UUID(1, number);
            if (one.issued()) {
                facts.add(new PassportFact.CredentialIssued(id, 1, award(number, one)));
            }
            if (one.revoked()) {
                facts.add(new PassportFact.CredentialRevoked(id, 2, NOW, "issued-in-error"));
            }
        }
        return facts;
    }

    private static Award award(int number, Drawn drawn) {
        Instant from = NOW.plus(drawn.fromDays(), ChronoUnit.DAYS);
        Instant until = drawn.forDays() == null ? null : from.plus(drawn.forDays(), ChronoUnit.DAYS);
        return Awards.award("award-" + number, from, until, drawn.skills());
    }

    private static PassportFact personChanged(int version) {
        return new PassportFact.PersonChanged(new PersonFacts(
                version, version != 4, "Ada " + version, "ada", "unit-" + version, "Unit", null, "Developer", NOW));
    }
}
