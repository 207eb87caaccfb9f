package dev.touchstone.assessment.assessmentcase;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;

/** A case whose assessor turned out to be somebody else. */
class HandedOverCaseTest {

    private static final UUID IDA = id(71);
    private static final Instant SOON = NOW.plus(Duration.ofHours(1));

    private final AssessmentCase ready = AssessmentCase.open(id(70), MAYA, "safe-releases", 1, NOW)
            .add(work(MAYA, 1), Set.of(), NOW)
            .assessmentCase()
            .ready(true, NOW);
    private final AssessmentCase ottos = ready.claim(OTTO, NOW).assessmentCase();

    @Example
    void theSurvivorHasItAsLongAsItWasTaken() {
        // When
        Transition handed = ottos.handedOver(OTTO, IDA, SOON);

        // Then
        assertThat(handed.assessmentCase().claim()).isEqualTo(new Claim(IDA, NOW, NOW.plus(Claim.LEASE)));
        assertThat(handed.events())
                .containsExactly(new CaseEvent.Claimed(
                        id(70),
                        MAYA,
                        handed.assessmentCase().claim(),
                        ready.evidence().ids(),
                        2));
    }

    @Example
    void itIsGivenBackWhereTheSurvivorIsItsEarner() {
        // When
        Transition handed = ottos.handedOver(OTTO, MAYA, SOON);

        // Then
        assertThat(handed.assessmentCase().state()).isEqualTo(CaseState.READY);
        assertThat(handed.events()).containsExactly(new CaseEvent.Released(id(70), MAYA, OTTO, SOON, 2));
    }

    @Example
    void itIsGivenBackWhereTheSurvivorJudgedIt() {
        // Given
        AssessmentCase judged = ready.claim(IDA, NOW)
                .assessmentCase()
                .judged(IDA, NOW)
                .assessmentCase()
                .claim(OTTO, NOW)
                .assessmentCase();

        // When
        Transition handed = judged.handedOver(OTTO, IDA, SOON);

        // Then
        assertThat(handed.assessmentCase().state()).isEqualTo(CaseState.READY);
        assertThat(handed.assessmentCase().judges().ids()).containsExactly(IDA);
        assertThat(handed.events()).containsExactly(new CaseEvent.Released(id(70), MAYA, OTTO, SOON, 4));
    }

    @Example
    void whoJudgedItIsTheSurvivor() {
        // Given
        AssessmentCase judged = ottos.judged(OTTO, NOW).assessmentCase();

        // When
        Transition handed = judged.handedOver(OTTO, IDA, SOON);

        // Then
        assertThat(handed.assessmentCase().judges().ids()).containsExactly(IDA);
        assertThat(handed.events()).isEmpty();
    }

    @Example
    void theSurvivorGivesBackWhatTheOtherOneJudged() {
        // Given
        AssessmentCase idas =
                ottos.judged(OTTO, NOW).assessmentCase().claim(IDA, NOW).assessmentCase();

        // When
        Transition handed = idas.handedOver(OTTO, IDA, SOON);

        // Then
        assertThat(handed.assessmentCase().state()).isEqualTo(CaseState.READY);
        assertThat(handed.assessmentCase().judges().ids()).containsExactly(IDA);
        assertThat(handed.events()).containsExactly(new CaseEvent.Released(id(70), MAYA, IDA, SOON, 4));
    }

    @Example
    void twoJudgementsStayTwoPeoples() {
        // Given
        AssessmentCase judged = ottos.judged(OTTO, NOW)
                .assessmentCase()
                .claim(IDA, NOW)
                .assessmentCase()
                .judged(IDA, NOW)
                .assessmentCase();

        // When
        Transition handed = judged.handedOver(OTTO, IDA, SOON);

        // Then
        assertThat(handed.assessmentCase()).isEqualTo(judged);
    }

    @Example
    void aDecidedCaseStaysAsItIs() {
        // Given
        AssessmentCase decided = ottos.decided(NOW).assessmentCase();

        // When
        Transition handed = decided.handedOver(OTTO, IDA, SOON);

        // Then
        assertThat(handed).isEqualTo(Transition.quiet(decided));
    }
}
