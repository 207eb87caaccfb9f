package dev.touchstone.assessment.recognition;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.achievement;
import static dev.touchstone.assessment.Given.byPeople;
import static dev.touchstone.assessment.Given.claimed;
import static dev.touchstone.assessment.Given.credential;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.held;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseEvent;
import dev.touchstone.assessment.assessmentcase.CaseState;
import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.judgement.PastDecision;
import dev.touchstone.assessment.judgement.Standing;
import dev.touchstone.assessment.recognition.Trigger.CredentialChanged;
import dev.touchstone.assessment.recognition.Trigger.KeptForLater;
import dev.touchstone.assessment.recognition.Trigger.NewEvidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people have begun to judge is theirs to end. */
class PeopleJudgingTest extends RecognitionCase {

    @Test
    void putsACaseBeforePeopleOnceNothingElseIsMissing() {
        // When
        Step step = consider(fresh(line(JUDGED), claimed(1)), new NewEvidence(claimed(1)));

        // Then
        assertThat(step.current()).hasValueSatisfying(current -> {
            assertThat(current.state()).isEqualTo(CaseState.READY);
            assertThat(current.readyAt()).isEqualTo(NOW);
        });
    }

    @Test
    void leavesACaseThatAnAssessorHasToTheAssessor() {
        // Given
        AssessmentCase claimedByOtto = consider(fresh(line(JUDGED), claimed(1)), new NewEvidence(claimed(1)))
                .current()
                .orElseThrow()
                .claim(OTTO, NOW)
                .assessmentCase();

        // When
        Step step = consider(goingOn(line(JUDGED), claimedByOtto), new NewEvidence(claimed(2)));

        // Then
        assertThat(step.current())
                .hasValueSatisfying(current -> assertThat(current.state()).isEqualTo(CaseState.CLAIMED));
        assertThat(step.events()).hasOnlyElementsOfType(CaseEvent.Claimed.class).hasSize(1);
    }

    @Test
    void keepsForLaterWhatComesWhenACaseIsHalfMarked() {
        // Given
        AssessmentCase halfMarked = halfMarked();

        // When
        Step step = consider(goingOn(line(JUDGED), halfMarked), new NewEvidence(claimed(2)));

        // Then
        assertThat(step.events()).isEmpty();
        assertThat(step.current()).hasValueSatisfying(current -> {
            assertThat(current.state()).isEqualTo(CaseState.READY);
            assertThat(current.evidence().ids()).containsExactly(id(1));
            assertThat(current.evidence().later()).containsExactly(id(2));
        });
    }

    @Test
    void whatWasKeptForLaterOpensAFurtherCaseOnceTheFirstIsDecided() {
        // Given
        PastDecision notYet = new PastDecision(id(60), 1, false, 0, NOW, null, false);
        Situation situation = decided(line(JUDGED), notYet, List.of(claimed(1), claimed(2)));

        // When
        Step step = consider(situation, new KeptForLater(Set.of(id(2))));

        // Then
        assertThat(step.current()).hasValueSatisfying(current -> {
            assertThat(current.state()).isEqualTo(CaseState.READY);
            assertThat(current.judges().isEmpty()).isTrue();
            assertThat(current.evidence().ids()).containsExactlyInAnyOrder(id(1), id(2));
        });
        assertThat(consider(
                        decided(line(JUDGED), award(1, 2, null, false), List.of(claimed(1), claimed(2))),
                        new KeptForLater(Set.of(id(2)))))
                .as("at the top there is no more to reach")
                .isEqualTo(Step.NONE);
    }

    @Test
    void nothingButPeopleEndsWhatPeopleBegan() {
        // Given
        AssessmentCase halfMarked = halfMarked();

        // When
        Step step = consider(goingOn(line(JUDGED), halfMarked), new CredentialChanged());

        // Then
        assertThat(step.current()).contains(halfMarked);
        assertThat(step.decision()).isEmpty();
    }

    @Test
    void aRevokedCredentialTakesAReadyCaseBack() {
        // Given
        Achievement pathway = achievement(definition(held("first-aid"), null, byPeople()), 1);
        Situation holding = new Situation(
                MAYA,
                line(pathway),
                Optional.empty(),
                new Standing(List.of(), NOW),
                List.of(),
                List.of(credential(1, "first-aid", 1)));
        AssessmentCase ready =
                consider(holding, new CredentialChanged()).current().orElseThrow();
        Situation revoked = new Situation(
                MAYA,
                line(pathway),
                Optional.of(ready),
                holding.standing(),
                List.of(),
                List.of(new HeldCredential(id(5001), "first-aid", 1, null, true)));

        // When
        Step step = consider(revoked, new CredentialChanged());

        // Then
        assertThat(ready.state()).isEqualTo(CaseState.READY);
        assertThat(step.current())
                .hasValueSatisfying(current -> assertThat(current.state()).isEqualTo(CaseState.COLLECTING));
    }

    private AssessmentCase halfMarked() {
        return consider(fresh(line(JUDGED), claimed(1)), new NewEvidence(claimed(1)))
                .current()
                .orElseThrow()
                .claim(OTTO, NOW)
                .assessmentCase()
                .judged(OTTO, NOW)
                .assessmentCase();
    }
}
