package dev.touchstone.profile.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PassportMergeTest {

    private static final PersonKey MERGED = new PersonKey("northwind", new UUID(7, 7));
    private static final PersonKey ADA = new PersonKey("northwind", new UUID(8, 8));
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<PassportFact> FACTS = List.of(
            new PassportFact.PersonChanged(
                    new PersonFacts(1, true, "Ada", "ada", "design", "Design", null, null, THEN)),
            issued(1),
            issued(2),
            new PassportFact.CredentialRevoked(new UUID(0, 2), 2, THEN, "error"),
            new PassportFact.CredentialRevoked(new UUID(0, 3), 2, THEN, "error"),
            new PassportFact.PersonMerged(ADA.personId(), 3));

    @Test
    void nothingIsProvedByWhoWasMergedAndAllOfItByTheSurvivor() {
        // When
        Passport merged = Passport.empty(MERGED).applyAll(FACTS);
        Passport survivor = Passport.empty(ADA).applyAll(merged.carried());

        // Then
        assertThat(merged.proofs()).isEmpty();
        assertThat(merged.person()).isNull();
        assertThat(survivor.credentials()).isEqualTo(merged.credentials());
        assertThat(survivor.proofs()).extracting(SkillProof::skillId).containsExactly("s:1");
        assertThat(survivor.applyAll(merged.carried())).isSameAs(survivor);
    }

    @Test
    void theNewestSurvivorCounts() {
        // Given
        UUID last = new UUID(9, 9);

        // When
        Passport merged = Passport.empty(MERGED)
                .apply(new PassportFact.PersonMerged(last, 4))
                .apply(new PassportFact.PersonMerged(ADA.personId(), 3));

        // Then
        assertThat(merged.merged().into()).isEqualTo(last);
    }

    @Property(tries = 200)
    void anyOrderMakesTheSamePassport(@ForAll long seed) {
        // Given
        List<PassportFact> shuffled = new ArrayList<>(FACTS);
        shuffled.addAll(FACTS);
        Collections.shuffle(shuffled, new Random(seed));

        // When
        Passport passport = Passport.empty(MERGED).applyAll(shuffled);

        // Then
        assertThat(passport).isEqualTo(Passport.empty(MERGED).applyAll(FACTS));
    }

    private static PassportFact issued(int number) {
        return new PassportFact.CredentialIssued(
                new UUID(0, number),
                1,
                Awards.award("a" + number, THEN, null, List.of(Awards.skill("s:" + number, 1, "One"))));
    }
}
