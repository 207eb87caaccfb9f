package dev.touchstone.issuance.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.issuance.badge.Fixtures;
import dev.touchstone.issuance.document.Facts;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreCriterionTest {

    private static final String SCORE = "{\"op\": \"score\", \"leafId\": \"final-test\", \"atLeastScaled\": 0.8}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                SCORE,
                "{\"op\": \"allOf\", \"of\": [" + SCORE + ", {\"op\": \"evidence\", \"kinds\": [\"work-event\"]}]}",
                "{\"op\": \"allOf\", \"of\": [{\"op\": \"allOf\", \"of\": [" + SCORE + "]}, {\"op\": \"rubric\"}]}"
            })
    void isTheScoreNobodyPassesWithout(String criteria) {
        // When
        var score = ScoreCriterion.unmistakableIn(new Facts(Fixtures.json(criteria)), List.of());

        // Then
        assertThat(score).hasValue(new ScoreCriterion("final-test", "Score", new BigDecimal("80")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\": \"evidence\"}",
                "{\"op\": \"anyOf\", \"of\": [" + SCORE + ", {\"op\": \"credentialHeld\"}]}",
                "{\"op\": \"allOf\", \"of\": [" + SCORE + ", " + SCORE + "]}",
                "{\"op\": \"allOf\", \"of\": [" + SCORE + ", {\"op\": \"evidence\"}]}",
                "{\"op\": \"allOf\", \"of\": [" + SCORE + ", {\"op\": \"evidence\", \"kinds\": [\"score\"]}]}",
                "{\"op\": \"allOf\", \"of\": [" + SCORE + ", {\"op\": \"anyOf\", \"of\": [" + SCORE + "]}]}"
            })
    void isNotGuessed(String criteria) {
        // When
        var score = ScoreCriterion.unmistakableIn(new Facts(Fixtures.json(criteria)), List.of());

        // Then
        assertThat(score).isEmpty();
    }

    @Test
    void isNotGuessedWhereALevelHasAScoreOfItsOwn() {
        // Given
        Facts score = new Facts(Fixtures.json(SCORE));

        // When
        var found = ScoreCriterion.unmistakableIn(score, List.of(score));

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void writesPercentagesPlainly() {
        assertThat(ScoreCriterion.percent(new BigDecimal("0.875")).toPlainString())
                .isEqualTo("87.5");
        assertThat(ScoreCriterion.percent(new BigDecimal("1")).toPlainString()).isEqualTo("100");
        assertThat(ScoreCriterion.percent(new BigDecimal("0")).toPlainString()).isEqualTo("0");
    }
}
