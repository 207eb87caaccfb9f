package dev.touchstone.assessment.achievement;

import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.byPeople;
import static dev.touchstone.assessment.Given.byRule;
import static dev.touchstone.assessment.Given.criterion;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.judged;
import static dev.touchstone.assessment.Given.line;
import static dev.touchstone.assessment.Given.rubric;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.Publishing.Outcome;
import dev.touchstone.assessment.achievement.Publishing.Publisher;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishingTest {

    @Test
    void numbersVersionsWithoutGaps() {
        // Given
        Achievement first = published(publish(definition(work(1), null, byRule()), Optional.empty()));

        // When
        Achievement second = published(publish(definition(work(2), null, byRule()), Optional.of(line(first))));

        // Then
        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.publishedBy()).isEqualTo(OTTO);
        assertThat(second.publishedAt()).isEqualTo(NOW);
    }

    @Test
    void publishesNothingWhereNothingChanged() {
        // Given
        Achievement first = published(publish(definition(work(1), null, byRule()), Optional.empty()));

        // When
        Outcome again = publish(definition(work(1), null, byRule()), Optional.of(line(first)));

        // Then
        assertThat(again).isEqualTo(new Publishing.Unchanged(first));
    }

    @Test
    void retiredIsForGood() {
        // Given
        Achievement first = published(publish(definition(work(1), null, byRule()), Optional.empty()));
        AchievementLine retired = new AchievementLine("safe-releases", List.of(first), NOW);

        // When
        Outcome again = publish(definition(work(2), null, byRule()), Optional.of(retired));

        // Then
        assertThat(again).isEqualTo(new Publishing.Retired(NOW));
    }

    @Test
    void saysWhatStandsAgainstIt() {
        assertThat(publish(definition(work(0), null, byRule()), Optional.empty()))
                .isEqualTo(new Publishing.Refused(List.of(new Objection("/criteria/n", "Ask for 1 to 100 pieces."))));
    }

    @Test
    void namesRubricLeavesAfterTheirCriterion() {
        // Given
        RubricCriterion care = criterion(1, 3, 2);

        // When
        Achievement achievement =
                published(publish(definition(judged(care, 2), rubric(care), byPeople()), Optional.empty()));

        // Then
        assertThat(achievement.definition().criteria().label().description()).isEqualTo("Criterion 1 at L2 or higher");
    }

    private static Outcome publish(Definition definition, Optional<AchievementLine> line) {
        return Publishing.publish("safe-releases", definition, line, id -> false, new Publisher(OTTO, NOW));
    }

    private static Achievement published(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Publishing.Published.class);
        return ((Publishing.Published) outcome).achievement();
    }
}
