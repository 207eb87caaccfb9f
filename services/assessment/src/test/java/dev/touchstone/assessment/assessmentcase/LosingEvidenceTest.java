package dev.touchstone.assessment.assessmentcase;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.evidence.Evidence;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LosingEvidenceTest {

    private final Evidence first = work(MAYA, 1);
    private final Evidence second = work(MAYA, 2);
    private final AssessmentCase ready = AssessmentCase.open(id(70), MAYA, "safe-releases", 1, NOW)
            .add(first, Set.of(), NOW)
            .then(current -> current.add(second, Set.of(), NOW))
            .assessmentCase()
            .ready(true, NOW);

    @Test
    void whatWasTakenBackIsNoPartOfTheCase() {
        // When
        Transition lost = ready.lose(first.id(), NOW);

        // Then
        assertThat(lost.assessmentCase().evidence().ids()).containsExactly(second.id());
        assertThat(lost.events()).isEmpty();
    }

    @Test
    void assessorAtWorkIsToldWhatIsLeft() {
        // Given
        AssessmentCase claimed = ready.claim(OTTO, NOW).assessmentCase();

        // When
        Transition lost = claimed.lose(first.id(), NOW.plusSeconds(1));

        // Then
        assertThat(lost.assessmentCase().state()).isEqualTo(CaseState.CLAIMED);
        assertThat(lost.events()).singleElement().isInstanceOfSatisfying(CaseEvent.Claimed.class, told -> {
            assertThat(told.evidenceIds()).containsExactly(second.id());
            assertThat(told.claim()).isEqualTo(claimed.claim());
            assertThat(told.sequence()).isEqualTo(2);
        });
    }

    @Test
    void isLostAlsoWhenSomebodyHasJudged() {
        // Given
        AssessmentCase halfMarked = ready.claim(OTTO, NOW)
                .assessmentCase()
                .judged(OTTO, NOW.plus(Duration.ofHours(1)))
                .assessmentCase();

        // When
        Transition lost = halfMarked.lose(second.id(), NOW.plus(Duration.ofHours(2)));

        // Then
        assertThat(lost.assessmentCase().evidence().ids()).containsExactly(first.id());
        assertThat(lost.assessmentCase().isBeingJudged()).isTrue();
    }

    @Test
    void whatTheCaseNeverHeldChangesNothing() {
        assertThat(ready.lose(id(99), NOW)).isEqualTo(new Transition(ready, java.util.List.of()));
    }
}
