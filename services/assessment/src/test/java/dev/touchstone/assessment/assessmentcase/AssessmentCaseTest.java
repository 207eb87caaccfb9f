package dev.touchstone.assessment.assessmentcase;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.claimed;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.assessment.assessmentcase.CaseRefusal.Reason;
import dev.touchstone.assessment.evidence.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssessmentCaseTest {

    private static final UUID IDA = id(71);
    private static final Instant SOON = NOW.plus(Duration.ofHours(1));
    private static final Instant AFTER_THE_LEASE = NOW.plus(Claim.LEASE);

    private final AssessmentCase collecting = AssessmentCase.open(id(70), MAYA, "safe-releases", 1, NOW);
    private final AssessmentCase ready =
            collecting.add(work(MAYA, 1), Set.of(), NOW).assessmentCase().ready(true, NOW);

    @Test
    void takesAPieceOnce() {
        // Given
        AssessmentCase holding = collecting.add(work(MAYA, 1), Set.of(), NOW).assessmentCase();

        // When
        Transition again = holding.add(work(MAYA, 1), Set.of(), SOON);

        // Then
        assertThat(again).isEqualTo(new Transition(holding, List.of()));
    }

    @Test
    void isReadySinceItFirstWas() {
        // Given
        AssessmentCase still = ready.ready(true, SOON);

        // When
        AssessmentCase back = still.ready(false, SOON);

        // Then
        assertThat(still.readyAt()).isEqualTo(NOW);
        assertThat(back.state()).isEqualTo(CaseState.COLLECTING);
        assertThat(back.readyAt()).isNull();
    }

    @Test
    void aClaimTellsWhichEvidenceMayBeRead() {
        // When
        Transition taken = ready.claim(OTTO, NOW);

        // Then
        assertThat(taken.assessmentCase().state()).isEqualTo(CaseState.CLAIMED);
        assertThat(taken.events())
                .containsExactly(new CaseEvent.Claimed(
                        id(70), MAYA, new Claim(OTTO, NOW, NOW.plus(Duration.ofHours(48))), List.of(id(1)), 1));
    }

    @Test
    void aCaseThatStillCollectsCannotBeClaimed() {
        assertThatThrownBy(() -> collecting.claim(OTTO, NOW))
                .isInstanceOfSatisfying(
                        CaseRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_READY));
    }

    @Test
    void oneAssessorHasIt() {
        // Given
        AssessmentCase taken = ready.claim(OTTO, NOW).assessmentCase();

        // When / Then
        assertThatThrownBy(() -> taken.claim(IDA, SOON))
                .isInstanceOfSatisfying(
                        CaseRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TAKEN));
    }

    @Test
    void claimingAgainKeepsItLonger() {
        // Given
        AssessmentCase taken = ready.claim(OTTO, NOW).assessmentCase();

        // When
        AssessmentCase kept = taken.claim(OTTO, SOON).assessmentCase();

        // Then
        assertThat(kept.claim().until()).isEqualTo(SOON.plus(Claim.LEASE));
        assertThat(kept.sequence()).isEqualTo(2);
    }

    @Test
    void aClaimThatRanOutIsFreeForAnother() {
        // Given
        AssessmentCase taken = ready.claim(OTTO, NOW).assessmentCase();

        // When
        Transition next = taken.claim(IDA, AFTER_THE_LEASE);

        // Then
        assertThat(next.events())
                .extracting(event -> event instanceof CaseEvent.Released released
                        ? "released " + released.assessorId() + " " + released.sequence()
                        : "claimed " + ((CaseEvent.Claimed) event).claim().assessorId() + " "
                                + ((CaseEvent.Claimed) event).sequence())
                .containsExactly("released " + OTTO + " 2", "claimed " + IDA + " 3");
        assertThat(next.assessmentCase().isClaimedBy(IDA, AFTER_THE_LEASE)).isTrue();
    }

    @Test
    void aStaleClaimIsToldWhatToDo() {
        // Given
        AssessmentCase taken = ready.claim(OTTO, NOW).assessmentCase();
        AssessmentCase others = taken.claim(IDA, AFTER_THE_LEASE).assessmentCase();

        // When / Then
        assertThatThrownBy(() -> taken.requireClaim(OTTO, AFTER_THE_LEASE))
                .hasMessage("You do not have this case, or your claim ran out. Claim it (again), then repeat.");
        assertThatThrownBy(() -> others.requireClaim(OTTO, AFTER_THE_LEASE))
                .hasMessage("Another assessor has this case now. Your judgement was not recorded; take another case.");
        assertThatThrownBy(() -> ready.release(OTTO, NOW))
                .isInstanceOfSatisfying(
                        CaseRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.STALE_CLAIM));
    }

    @Test
    void aReleasedCaseIsReadyAgain() {
        // Given
        AssessmentCase taken = ready.claim(OTTO, NOW).assessmentCase();

        // When
        Transition released = taken.release(OTTO, SOON);

        // Then
        assertThat(released.assessmentCase().state()).isEqualTo(CaseState.READY);
        assertThat(released.assessmentCase().readyAt()).isEqualTo(NOW);
        assertThat(released.events()).containsExactly(new CaseEvent.Released(id(70), MAYA, OTTO, SOON, 2));
    }

    @Test
    void anAssessorAtWorkIsToldOfNewEvidence() {
        // Given
        AssessmentCase taken = ready.claim(OTTO, NOW).assessmentCase();

        // When
        Transition extended = taken.add(claimed(2), Set.of(), SOON);

        // Then
        assertThat(extended.events())
                .containsExactly(new CaseEvent.Claimed(id(70), MAYA, taken.claim(), List.of(id(1), id(2)), 2));
    }

    @Test
    void isDecidedOnce() {
        // Given
        AssessmentCase taken = ready.claim(OTTO, NOW).assessmentCase();

        // When
        Transition decided = taken.decided(SOON);

        // Then
        assertThat(decided.assessmentCase().state()).isEqualTo(CaseState.DECIDED);
        assertThat(decided.events()).containsExactly(new CaseEvent.Released(id(70), MAYA, OTTO, SOON, 2));
        assertThatThrownBy(() -> decided.assessmentCase().decided(SOON))
                .isInstanceOfSatisfying(
                        CaseRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CLOSED));
        assertThatThrownBy(() -> decided.assessmentCase().claim(OTTO, SOON)).isInstanceOf(CaseRefusal.class);
    }

    @Test
    void onlyACaseThatStillCollectsIsSuperseded() {
        assertThat(collecting.superseded().state()).isEqualTo(CaseState.SUPERSEDED);
        assertThatThrownBy(ready::superseded).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void makesRoomForWhatIsNeeded() {
        // Given
        List<Evidence> full = IntStream.rangeClosed(1, CaseEvidence.MAX)
                .mapToObj(n -> work(MAYA, n))
                .toList();
        UUID oldest = id(CaseEvidence.MAX);

        // When
        CaseEvidence extended = new CaseEvidence(full).with(claimed(900), Set.of(oldest));

        // Then
        assertThat(extended.pieces()).hasSize(CaseEvidence.MAX);
        assertThat(extended.contains(id(900))).isTrue();
        assertThat(extended.contains(oldest)).as("something rests on it").isTrue();
        assertThat(extended.contains(id(CaseEvidence.MAX - 1))).isFalse();
    }
}
