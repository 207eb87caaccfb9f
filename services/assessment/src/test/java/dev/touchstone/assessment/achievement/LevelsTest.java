package dev.touchstone.assessment.achievement;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.byPeople;
import static dev.touchstone.assessment.Given.byRule;
import static dev.touchstone.assessment.Given.criterion;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.judged;
import static dev.touchstone.assessment.Given.level;
import static dev.touchstone.assessment.Given.rubric;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.criteria.AnyOf;
import dev.touchstone.assessment.criteria.Facts;
import dev.touchstone.assessment.criteria.Judged;
import dev.touchstone.assessment.evidence.Evidence;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LevelsTest {

    private static final RubricCriterion CARE = criterion(1, 3, 1);
    private static final RubricCriterion PACE = criterion(2, 2, 1);

    @Test
    void theHighestGateThatIsMetIsTheLevel() {
        // Given
        Definition ladder = definition(work(1), null, byRule(), level(1, null), level(2, work(3)), level(3, work(5)));

        // When
        Findings four = ladder.assess(pieces(4));

        // Then
        assertThat(four.reachedOrdinal()).isEqualTo(2);
        assertThat(four.missing())
                .containsExactly("For Level 3: 1 more of: 5 × piece of work, reported by a connected system");
        assertThat(four.reachedGates()).hasSize(1);
        assertThat(ladder.assess(pieces(5)).reachedOrdinal()).isEqualTo(3);
        assertThat(ladder.assess(pieces(0)).reachedOrdinal()).isZero();
    }

    @Test
    void noGateIsPassedOverAnUnmetOne() {
        // Given
        Definition ladder = definition(work(1), null, byRule(), level(1, null), level(2, work(5)), level(3, work(2)));

        // When
        Findings three = ladder.assess(pieces(3));

        // Then
        assertThat(three.reachedOrdinal()).isEqualTo(1);
    }

    @Test
    void withoutAGateTheRubricSaysIt() {
        // Given
        Definition ladder =
                definition(work(1), rubric(CARE, PACE), byPeople(), level(1, null), level(2, null), level(3, null));

        // When
        Findings weakest = ladder.assess(judgedAt(3, 1));

        // Then
        assertThat(weakest.reachedOrdinal()).as("the weaker criterion decides").isEqualTo(1);
        assertThat(ladder.assess(judgedAt(2, 2)).reachedOrdinal()).isEqualTo(2);
        assertThat(ladder.assess(judgedAt(3, 2)).reachedOrdinal())
                .as("a criterion's own scale ends at 2")
                .isEqualTo(3);
    }

    @Test
    void aChoiceAmongCriteriaStaysAChoiceAtEveryLevel() {
        // Given
        Definition ladder = definition(
                AllOf.of(work(1), AnyOf.of(judged(CARE, 1), judged(PACE, 1))),
                rubric(CARE, PACE),
                byPeople(),
                level(1, null),
                level(2, null));

        // When
        Findings oneSuffices = ladder.assess(judgedAt(3, 1));

        // Then
        assertThat(oneSuffices.reachedOrdinal()).isEqualTo(2);
    }

    @Test
    void criteriaThatTheTreeDoesNotPlaceAreAllNeeded() {
        // Given
        Definition unplaced = definition(work(1), rubric(CARE, criterion(2, 2, 2)), byPeople());

        // When
        Findings short1 = unplaced.assess(judgedAt(3, 1));

        // Then
        assertThat(short1.reachedOrdinal()).isZero();
        assertThat(short1.missing()).containsExactly("Criterion 2 at L2 or higher (judged at level 1)");
        assertThat(unplaced.assess(judgedAt(1, 2)).reachedOrdinal()).isEqualTo(1);
    }

    @Property
    void aHigherJudgementNeverLowersTheLevel(
            @ForAll @IntRange(min = 1, max = 3) int care,
            @ForAll @IntRange(min = 1, max = 2) int pace,
            @ForAll @IntRange(max = 2) int more) {
        Definition ladder =
                definition(work(1), rubric(CARE, PACE), byPeople(), level(1, null), level(2, null), level(3, null));
        int before = ladder.assess(judgedAt(care, pace)).reachedOrdinal();
        int after = ladder.assess(judgedAt(Math.min(3, care + more), pace)).reachedOrdinal();
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    private static Facts judgedAt(int care, int pace) {
        Map<UUID, Integer> levels = Map.of(CARE.id(), care, PACE.id(), pace);
        return new Facts(List.of(work(MAYA, 1)), List.of(), Judged.of(levels), NOW);
    }

    private static Facts pieces(int n) {
        List<Evidence> pieces =
                IntStream.rangeClosed(1, n).mapToObj(i -> work(MAYA, i)).toList();
        return new Facts(pieces, List.of(), Judged.NOTHING, NOW);
    }
}
