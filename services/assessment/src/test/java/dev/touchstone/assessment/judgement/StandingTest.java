package dev.touchstone.assessment.judgement;

import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant LAST_YEAR = NOW.minus(Duration.ofDays(365));

    @Test
    void whatIsHeldIsNotAwardedAgain() {
        // Given
        Standing standing = standing(award(2, 2, null, false), award(2, 1, null, false));

        // When
        int held = standing.heldLevel(2);

        // Then
        assertThat(held).isEqualTo(2);
        assertThat(standing.heldLevel(1)).as("an older version awards no less").isEqualTo(2);
        assertThat(standing.heldLevel(3))
                .as("a newer one may at the same level")
                .isEqualTo(1);
    }

    @Test
    void whatHasExpiredIsHeldNoMore() {
        // Given
        Standing standing = standing(award(1, 2, NOW, false));

        // When
        int held = standing.heldLevel(1);

        // Then
        assertThat(held).isZero();
        assertThat(standing.evidenceSince()).contains(LAST_YEAR);
        assertThat(standing.isForPeopleOnly()).isFalse();
    }

    @Test
    void afterARevocationPeopleDecide() {
        // Given
        Standing standing = standing(award(1, 1, null, true));

        // When
        boolean peopleOnly = standing.isForPeopleOnly();

        // Then
        assertThat(peopleOnly).isTrue();
        assertThat(standing.highestLive()).isZero();
        assertThat(standing.evidenceSince()).isEmpty();
    }

    @Test
    void notYetMetHoldsNothing() {
        // Given
        Standing standing = standing(new PastDecision(id(1), 1, false, 0, LAST_YEAR, null, false));

        // When
        int held = standing.highestLive();

        // Then
        assertThat(held).isZero();
        assertThat(standing.isUndecided()).isFalse();
        assertThat(standing.evidenceSince()).isEmpty();
    }

    private static Standing standing(PastDecision... decisions) {
        return new Standing(List.of(decisions), NOW);
    }

    private static PastDecision award(int version, int level, Instant validUntil, boolean revoked) {
        return new PastDecision(id(version * 10 + level), version, true, level, LAST_YEAR, validUntil, revoked);
    }
}
