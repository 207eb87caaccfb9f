package dev.touchstone.assessment.recognition;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.achievement;
import static dev.touchstone.assessment.Given.artefacts;
import static dev.touchstone.assessment.Given.byPeople;
import static dev.touchstone.assessment.Given.byRule;
import static dev.touchstone.assessment.Given.claimed;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.level;
import static dev.touchstone.assessment.Given.line;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseEvidence;
import dev.touchstone.assessment.assessmentcase.CaseState;
import dev.touchstone.assessment.judgement.Standing;
import dev.touchstone.assessment.recognition.Trigger.AchievementPublished;
import dev.touchstone.assessment.recognition.Trigger.NewEvidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a new version, or the end of an achievement, does to cases. */
class VersionInForceTest extends RecognitionCase {

    @Test
    void aNewVersionAloneAwardsNobodyAnew() {
        // Given
        Achievement second = achievement(definition(work(2), null, byRule()), 2);
        Situation situation = decided(line(THREE_PIECES, second), award(1, 1, null, false), pieces(4));

        // When
        Step step = consider(situation, new AchievementPublished());

        // Then
        assertThat(step).isEqualTo(Step.NONE);
    }

    @Test
    void aCaseForAHigherLevelThatGoesOverToANewVersionAwardsNothingThatIsHeld() {
        // Given
        Achievement second = achievement(definition(work(1), null, byRule(), level(1, null), level(2, work(3))), 2);
        AssessmentCase collecting =
                AssessmentCase.open(id(70), MAYA, LADDER.id(), 1, NOW).holding(CaseEvidence.of(List.of(work(MAYA, 1))));
        Situation situation = new Situation(
                MAYA,
                line(LADDER, second),
                Optional.of(collecting),
                new Standing(List.of(award(1, 1, null, false)), NOW),
                pieces(2),
                List.of());

        // When
        Step step = consider(situation, new AchievementPublished());

        // Then
        assertThat(step.superseded()).isPresent();
        assertThat(step.decision()).isEmpty();
        assertThat(step.current())
                .hasValueSatisfying(
                        current -> assertThat(current.achievementVersion()).isEqualTo(2));
    }

    @Test
    void aCaseThatCollectsGoesOverToTheVersionInForce() {
        // Given
        AssessmentCase open = consider(fresh(line(THREE_PIECES), work(MAYA, 1)), new NewEvidence(work(MAYA, 1)))
                .current()
                .orElseThrow();
        Achievement second = achievement(definition(work(2), null, byRule()), 2);
        Situation situation = new Situation(
                MAYA,
                line(THREE_PIECES, second),
                Optional.of(open),
                new Standing(List.of(), NOW),
                List.of(work(MAYA, 1), work(MAYA, 2)),
                List.of());

        // When
        Step step = consider(situation, new AchievementPublished());

        // Then
        assertThat(step.superseded()).hasValueSatisfying(closed -> {
            assertThat(closed.id()).isEqualTo(open.id());
            assertThat(closed.achievementVersion()).isEqualTo(1);
        });
        assertThat(step.decision())
                .hasValueSatisfying(
                        decision -> assertThat(decision.achievementVersion()).isEqualTo(2));
    }

    @Test
    void aCaseBeforePeopleKeepsItsVersion() {
        // Given
        AssessmentCase ready = consider(fresh(line(JUDGED), claimed(1)), new NewEvidence(claimed(1)))
                .current()
                .orElseThrow();
        Achievement second = achievement(definition(artefacts(5), null, byPeople()), 2);

        // When
        Step step = consider(goingOn(line(JUDGED, second), ready), new NewEvidence(claimed(2)));

        // Then
        assertThat(step.superseded()).isEmpty();
        assertThat(step.current()).hasValueSatisfying(current -> {
            assertThat(current.achievementVersion()).isEqualTo(1);
            assertThat(current.state()).isEqualTo(CaseState.READY);
        });
    }

    @Test
    void retiredOpensNoCaseButLetsOneGoOn() {
        // Given
        AchievementLine retired = new AchievementLine("safe-releases", List.of(THREE_PIECES), NOW);
        AssessmentCase open = consider(
                        fresh(line(THREE_PIECES), work(MAYA, 1), work(MAYA, 2)), new AchievementPublished())
                .current()
                .orElseThrow();

        // When
        Step none = consider(fresh(retired, work(MAYA, 1)), new NewEvidence(work(MAYA, 1)));

        // Then
        assertThat(none).isEqualTo(Step.NONE);
        assertThat(consider(goingOn(retired, open), new NewEvidence(work(MAYA, 3)))
                        .decision())
                .isPresent();
    }
}
