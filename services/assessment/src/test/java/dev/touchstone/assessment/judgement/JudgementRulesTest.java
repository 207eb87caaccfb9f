package dev.touchstone.assessment.judgement;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.byPeople;
import static dev.touchstone.assessment.Given.criterion;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.rubric;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Objection;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.assessmentcase.CaseEvidence;
import dev.touchstone.assessment.judgement.Observation.AtLevel;
import dev.touchstone.assessment.judgement.Observation.NotObserved;
import dev.touchstone.assessment.judgement.RulesOfEvidence.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JudgementRulesTest {

    private static final RubricCriterion CARE = criterion(1, 3, 2);
    private static final RubricCriterion PACE = criterion(2, 2, 1);
    private final Definition definition = definition(work(1), rubric(CARE, PACE), byPeople());
    private final CaseEvidence evidence = new CaseEvidence(List.of(work(MAYA, 1)));

    @Test
    void letsAWholeJudgementThrough() {
        assertThat(objections(RulesOfEvidence.ALL_MET, at(CARE, 2, null, id(1)), notObserved(PACE)))
                .isEmpty();
    }

    @Test
    void everyCriterionIsJudgedOnce() {
        assertThat(objections(
                        RulesOfEvidence.ALL_MET,
                        at(CARE, 2, null, id(1)),
                        at(CARE, 3, null, id(1)),
                        at(criterion(9, 2, 1), 1, null, id(1))))
                .containsExactly(
                        new Objection("/criteria/1/criterionId", "This criterion is judged twice."),
                        new Objection(
                                "/criteria",
                                "Judge \"Criterion 2\" (" + PACE.id() + ") too, or say it was not observed."),
                        new Objection("/criteria/2/criterionId", "The rubric has no such criterion."));
    }

    @Test
    void whatIsSeenIsCitedFromTheCase() {
        assertThat(objections(RulesOfEvidence.ALL_MET, at(CARE, 2, null), at(PACE, 1, null, id(1), id(99))))
                .containsExactly(
                        new Objection(
                                "/criteria/0/evidenceIds",
                                "Cite the evidence that shows it, or say it was not observed."),
                        new Objection("/criteria/1/evidenceIds/1", "The case holds no such evidence."));
    }

    @Test
    void notMetIsExplained() {
        // Given
        RulesOfEvidence stale = new RulesOfEvidence(
                Answer.MET, new Answer(false, "Two more releases are needed."), Answer.MET, new Answer(false, " "));

        // When
        List<Objection> objections = objections(stale, at(CARE, 1, null, id(1)), at(PACE, 1, null, id(1)));

        // Then
        assertThat(objections)
                .containsExactly(
                        new Objection("/criteria/0/comment", "It is not met: tell the earner why."),
                        new Objection("/rulesOfEvidence/currency/note", "It is not met: say why."));
    }

    @Test
    void aLevelBelongsToItsCriterion() {
        // Given
        UUID foreign = PACE.levels().get(0).id();

        // When
        List<Objection> objections = objections(
                RulesOfEvidence.ALL_MET,
                new CriterionJudgement(CARE.id(), new AtLevel(foreign), List.of(id(1)), null),
                notObserved(PACE));

        // Then
        assertThat(objections)
                .containsExactly(new Objection("/criteria/0/levelId", "The criterion has no such level."));
    }

    private List<Objection> objections(RulesOfEvidence rules, CriterionJudgement... criteria) {
        return JudgementRules.objections(
                new Judgement(OTTO, List.of(criteria), rules, List.of()), definition, evidence);
    }

    private static CriterionJudgement at(RubricCriterion criterion, int level, String comment, UUID... cited) {
        return new CriterionJudgement(
                criterion.id(), new AtLevel(criterion.levels().get(level - 1).id()), List.of(cited), comment);
    }

    private static CriterionJudgement notObserved(RubricCriterion criterion) {
        return new CriterionJudgement(criterion.id(), new NotObserved(), List.of(), null);
    }
}
