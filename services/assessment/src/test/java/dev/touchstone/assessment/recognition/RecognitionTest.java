package dev.touchstone.assessment.recognition;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.achievement;
import static dev.touchstone.assessment.Given.byRule;
import static dev.touchstone.assessment.Given.claimed;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.held;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.line;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseState;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.judgement.Outcome.Passed;
import dev.touchstone.assessment.judgement.PastDecision;
import dev.touchstone.assessment.judgement.Standing;
import dev.touchstone.assessment.recognition.Trigger.AchievementPublished;
import dev.touchstone.assessment.recognition.Trigger.CredentialChanged;
import dev.touchstone.assessment.recognition.Trigger.NewEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A case is opened by evidence, and a rule awards. */
class RecognitionTest extends RecognitionCase {

    @Test
    void opensACaseWithAllThatCameBefore() {
        // Given
        Situation situation = fresh(line(THREE_PIECES), work(MAYA, 2), work(MAYA, 1), claimed(5));

        // When
        Step step = consider(situation, new NewEvidence(work(MAYA, 1)));

        // Then
        assertThat(step.current()).hasValueSatisfying(current -> {
            assertThat(current.state()).isEqualTo(CaseState.COLLECTING);
            assertThat(current.evidence().ids()).containsExactlyInAnyOrder(id(1), id(2), id(5));
        });
        assertThat(step.decision()).isEmpty();
    }

    @Test
    void leavesAloneWhatIsOfferedForAnotherAchievement() {
        // Given
        Achievement other = new Achievement(
                "another-one",
                JUDGED.version(),
                JUDGED.definition(),
                JUDGED.digest(),
                JUDGED.publishedAt(),
                JUDGED.publishedBy());

        // When
        Step step = consider(fresh(line(other), claimed(5)), new NewEvidence(claimed(5)));

        // Then
        assertThat(step.current()).isEmpty();
        assertThat(consider(fresh(line(JUDGED), claimed(5)), new NewEvidence(claimed(5)))
                        .current())
                .isPresent();
    }

    @Test
    void awardsOnceTheLastPieceIsThere() {
        // Given
        AssessmentCase open = consider(
                        fresh(line(THREE_PIECES), work(MAYA, 2), work(MAYA, 1)), new AchievementPublished())
                .current()
                .orElseThrow();

        // When
        Step step = consider(goingOn(line(THREE_PIECES), open), new NewEvidence(work(MAYA, 3)));

        // Then
        assertThat(step.decision()).hasValueSatisfying(decision -> {
            assertThat(decision.outcome()).isInstanceOf(Passed.class);
            assertThat(decision.caseId()).isEqualTo(open.id());
        });
        assertThat(step.current())
                .hasValueSatisfying(current -> assertThat(current.state()).isEqualTo(CaseState.DECIDED));
    }

    @Example
    void opensNoCaseOnNothing() {
        assertThat(consider(fresh(line(THREE_PIECES)), new AchievementPublished()))
                .isEqualTo(Step.NONE);
        assertThat(consider(
                        fresh(line(achievement(definition(held("first-aid"), null, byRule()), 1))),
                        new CredentialChanged()))
                .isEqualTo(Step.NONE);
    }

    /** In whatever order and however often pieces come, exactly one award is made, and on the third different one. */
    @Property(tries = 200)
    void exactlyOneAward(@ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 5) Integer> arrivals) {
        Optional<AssessmentCase> open = Optional.empty();
        List<PastDecision> decisions = new ArrayList<>();
        List<Evidence> known = new ArrayList<>();
        for (int n : arrivals) {
            Evidence piece = work(MAYA, n);
            if (known.contains(piece)) {
                continue;
            }
            known.add(piece);
            Step step = consider(
                    new Situation(MAYA, line(THREE_PIECES), open, new Standing(decisions, NOW), known, List.of()),
                    new NewEvidence(piece));
            open = step.current().filter(current -> current.state().isOpen());
            step.decision()
                    .ifPresent(decision -> decisions.add(
                            new PastDecision(decision.id(), 1, true, 1, NOW.minusSeconds(1), null, false)));
            assertThat(decisions).hasSize(known.size() >= 3 ? 1 : 0);
        }
    }
}
