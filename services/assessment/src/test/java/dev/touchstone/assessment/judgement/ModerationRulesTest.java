package dev.touchstone.assessment.judgement;

import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.artefacts;
import static dev.touchstone.assessment.Given.byTwoPeople;
import static dev.touchstone.assessment.Given.criterion;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.rubric;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Objection;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.judgement.Observation.AtLevel;
import dev.touchstone.assessment.judgement.RulesOfEvidence.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModerationRulesTest {

    private static final String SAY_WHY = "The two assessors differ here: say why you judge so.";
    private static final RubricCriterion CARE = criterion(1, 3, 2);
    private static final RubricCriterion PACE = criterion(2, 3, 2);
    private static final Definition DEFINITION = definition(artefacts(1), rubric(CARE, PACE), byTwoPeople());
    private static final RulesOfEvidence STALE =
            new RulesOfEvidence(Answer.MET, Answer.MET, Answer.MET, new Answer(false, "Ten years old."));

    @Test
    void asksForReasonsWhereTheTwoDifferAndNowhereElse() {
        // Given
        Judgement first = judgement(OTTO, RulesOfEvidence.ALL_MET, at(CARE, 3, null), at(PACE, 2, null));
        Judgement second = judgement(id(71), STALE, at(CARE, 1, "No."), at(PACE, 2, null));
        Judgement silent = judgement(id(72), RulesOfEvidence.ALL_MET, at(CARE, 2, null), at(PACE, 2, null));

        // When
        List<Objection> objections = ModerationRules.objections(silent, first, second, DEFINITION);

        // Then
        assertThat(objections)
                .containsExactly(
                        new Objection("/criteria/0/comment", SAY_WHY),
                        new Objection("/rulesOfEvidence/currency/note", SAY_WHY));
    }

    @Test
    void isContentWithReasons() {
        // Given
        Judgement first = judgement(OTTO, RulesOfEvidence.ALL_MET, at(CARE, 3, null), at(PACE, 2, null));
        Judgement second = judgement(id(71), STALE, at(CARE, 1, "No."), at(PACE, 2, null));
        RulesOfEvidence current =
                new RulesOfEvidence(Answer.MET, Answer.MET, Answer.MET, new Answer(true, "Used this year."));
        Judgement reasoned = judgement(id(72), current, at(CARE, 2, "Piece 2 shows it."), at(PACE, 2, null));

        // When
        List<Objection> objections = ModerationRules.objections(reasoned, first, second, DEFINITION);

        // Then
        assertThat(objections).isEmpty();
    }

    private static Judgement judgement(UUID assessor, RulesOfEvidence rules, CriterionJudgement... criteria) {
        return new Judgement(assessor, List.of(criteria), rules, List.of());
    }

    private static CriterionJudgement at(RubricCriterion criterion, int ordinal, String comment) {
        return new CriterionJudgement(
                criterion.id(), new AtLevel(criterion.levels().get(ordinal - 1).id()), List.of(id(1)), comment);
    }
}
