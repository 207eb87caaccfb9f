package dev.touchstone.assessment.recognition;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.claimed;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.line;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.assessmentcase.CaseState;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.judgement.Outcome.Passed;
import dev.touchstone.assessment.judgement.PastDecision;
import dev.touchstone.assessment.recognition.Trigger.AchievementPublished;
import dev.touchstone.assessment.recognition.Trigger.CredentialChanged;
import dev.touchstone.assessment.recognition.Trigger.NewEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever was decided on before gets a further case, or none. */
class FurtherCaseTest extends RecognitionCase {

    @Test
    void doesNotAwardWhatIsHeld() {
        // Given
        Situation situation = decided(line(THREE_PIECES), award(1, 1, null, false), pieces(4));

        // When
        Step step = consider(situation, new NewEvidence(work(MAYA, 4)));

        // Then
        assertThat(step).isEqualTo(Step.NONE);
    }

    @Test
    void awardsAHigherLevelByRuleOnceItIsReached() {
        // Given
        PastDecision levelOne = award(1, 1, null, false);

        // When
        Step two = consider(decided(line(LADDER), levelOne, pieces(2)), new NewEvidence(work(MAYA, 2)));

        // Then
        assertThat(two).isEqualTo(Step.NONE);
        assertThat(consider(decided(line(LADDER), levelOne, pieces(3)), new NewEvidence(work(MAYA, 3)))
                        .decision())
                .hasValueSatisfying(decision ->
                        assertThat(((Passed) decision.outcome()).ordinal()).isEqualTo(2));
    }

    @Test
    void whoHoldsALevelAsksForAHigherOneByOfferingEvidence() {
        // Given
        Evidence offered = claimed(1);

        // When
        Step step =
                consider(decided(line(JUDGED), award(1, 1, null, false), List.of(offered)), new NewEvidence(offered));

        // Then
        assertThat(step.current())
                .hasValueSatisfying(current -> assertThat(current.state()).isEqualTo(CaseState.READY));
        assertThat(consider(
                        decided(line(JUDGED), award(1, 2, null, false), List.of(offered)), new NewEvidence(offered)))
                .as("at the top there is no more to reach")
                .isEqualTo(Step.NONE);
    }

    @Test
    void afterNotYetMetNewEvidenceOpensAFurtherCase() {
        // Given
        PastDecision notYet = new PastDecision(id(60), 1, false, 0, NOW.minusSeconds(9), null, false);
        Situation situation = decided(line(JUDGED), notYet, List.of(claimed(1), claimed(2)));

        // When
        Step step = consider(situation, new NewEvidence(claimed(1)));

        // Then
        assertThat(step.current())
                .hasValueSatisfying(
                        current -> assertThat(current.evidence().ids()).containsExactlyInAnyOrder(id(1), id(2)));
        assertThat(consider(situation, new AchievementPublished()))
                .as("without new evidence nobody is asked to judge the same again")
                .isEqualTo(Step.NONE);
    }

    @Test
    void afterAnExpiryOnlyWhatHappenedSinceCounts() {
        // Given
        Instant awarded = NOW.minus(Duration.ofDays(10));
        PastDecision expired = new PastDecision(id(60), 1, true, 1, awarded, NOW, false);

        // When
        Step step = consider(decided(line(THREE_PIECES), expired, pieces(12)), new NewEvidence(work(MAYA, 1)));

        // Then
        assertThat(step.decision())
                .hasValueSatisfying(decision -> assertThat(decision.evidence())
                        .allMatch(piece -> piece.occurredAt().isAfter(awarded)));
        assertThat(consider(
                        decided(line(THREE_PIECES), expired, List.of(work(MAYA, 10), work(MAYA, 11))),
                        new NewEvidence(work(MAYA, 11))))
                .isEqualTo(Step.NONE);
    }

    @Test
    void afterARevocationPeopleAward() {
        // Given
        Situation situation = decided(line(THREE_PIECES), award(1, 1, null, true), pieces(4));

        // When
        Step step = consider(situation, new NewEvidence(work(MAYA, 1)));

        // Then
        assertThat(step.decision()).isEmpty();
        assertThat(step.current())
                .hasValueSatisfying(current -> assertThat(current.state()).isEqualTo(CaseState.READY));
        assertThat(consider(situation, new CredentialChanged())).isEqualTo(Step.NONE);
    }
}
