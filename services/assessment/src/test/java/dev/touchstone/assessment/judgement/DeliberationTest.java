package dev.touchstone.assessment.judgement;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.achievement;
import static dev.touchstone.assessment.Given.artefacts;
import static dev.touchstone.assessment.Given.byPeople;
import static dev.touchstone.assessment.Given.byTwoPeople;
import static dev.touchstone.assessment.Given.claimed;
import static dev.touchstone.assessment.Given.criterion;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.judged;
import static dev.touchstone.assessment.Given.rubric;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseEvidence;
import dev.touchstone.assessment.assessmentcase.Part;
import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.criteria.AnyOf;
import dev.touchstone.assessment.judgement.Observation.AtLevel;
import dev.touchstone.assessment.judgement.Observation.NotObserved;
import dev.touchstone.assessment.judgement.Outcome.NotYetMet;
import dev.touchstone.assessment.judgement.Outcome.Passed;
import dev.touchstone.assessment.judgement.RulesOfEvidence.Answer;
import dev.touchstone.assessment.judgement.Verdict.Awaiting;
import dev.touchstone.assessment.judgement.Verdict.Decided;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DeliberationTest {

    private static final UUID IDA = id(71);
    private static final UUID MO = id(72);
    private static final int UNSEEN = 0;
    private static final RubricCriterion CARE = criterion(1, 4, 2);
    private static final RubricCriterion PACE = criterion(2, 4, 2);
    private static final Achievement DOUBLE = achievement(
            definition(AllOf.of(artefacts(1), judged(CARE, 2), judged(PACE, 2)), rubric(CARE, PACE), byTwoPeople()), 1);
    private static final Achievement EITHER =
            achievement(definition(AnyOf.of(judged(CARE, 2), judged(PACE, 2)), rubric(CARE, PACE), byTwoPeople()), 1);

    @Example
    void oneAssessorDecidesUnlessTwoAreAskedFor() {
        // Given
        Achievement single =
                achievement(definition(AllOf.of(judged(CARE, 2), judged(PACE, 2)), rubric(CARE, PACE), byPeople()), 1);

        // When
        Verdict verdict = verdict(single, by(OTTO, 2, 2));

        // Then
        assertThat(verdict).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.decision().basis()).isEqualTo(Basis.SINGLE);
            assertThat(decided.decision().decidedBy()).containsExactly(OTTO);
        });
        assertThat(verdict(DOUBLE, by(OTTO, 2, 2))).isEqualTo(new Awaiting(Part.SECOND));
    }

    @Example
    void twoWhoAgreeDecideAtTheLowerLevelOfEachCriterion() {
        // When
        Verdict verdict = verdict(DOUBLE, by(OTTO, 3, 2), by(IDA, 2, 3));

        // Then
        assertThat(verdict).isInstanceOfSatisfying(Decided.class, decided -> {
            Decision decision = decided.decision();
            assertThat(decision.basis()).isEqualTo(Basis.CONSENSUS);
            assertThat(decision.outcome()).isInstanceOf(Passed.class);
            assertThat(decision.decidedBy()).containsExactly(OTTO, IDA);
            assertThat(decision.marks()).extracting(Mark::part).containsExactly(Part.FIRST, Part.SECOND);
            assertThat(decision.results())
                    .extracting(CriterionResult::levelId)
                    .containsExactly(level(CARE, 2), level(PACE, 2));
        });
    }

    @Example
    void whatBothSayIsKeptWhereTheyAgree() {
        // Given
        Judgement first = judgement(OTTO, rated(CARE, 2, "Steady.", id(1)), at(PACE, 2));
        Judgement second = judgement(IDA, rated(CARE, 2, "Asks first.", id(2)), at(PACE, 3));

        // When
        Verdict verdict = verdict(DOUBLE, first, second);

        // Then
        assertThat(verdict).isInstanceOfSatisfying(Decided.class, decided -> {
            CriterionResult care = decided.decision().results().get(0);
            assertThat(care.evidenceIds()).containsExactly(id(1), id(2));
            assertThat(care.comment()).isEqualTo("Steady. Asks first.");
        });
    }

    @Example
    void twoLevelsApartIsForAModerator() {
        assertThat(verdict(DOUBLE, by(OTTO, 4, 2), by(IDA, 2, 2))).isEqualTo(new Awaiting(Part.MODERATOR));
    }

    @Example
    void anotherOutcomeIsForAModerator() {
        assertThat(verdict(DOUBLE, by(OTTO, 2, 2), by(IDA, 1, 2))).isEqualTo(new Awaiting(Part.MODERATOR));
        assertThat(verdict(DOUBLE, by(OTTO, 2, 2), without(by(IDA, 2, 2))))
                .as("not the person's own work, says one")
                .isEqualTo(new Awaiting(Part.MODERATOR));
    }

    @Example
    void seenByOneAndNotByTheOtherIsForAModerator() {
        assertThat(verdict(DOUBLE, by(OTTO, 1, 1), by(IDA, UNSEEN, 1))).isEqualTo(new Awaiting(Part.MODERATOR));
        assertThat(verdict(DOUBLE, by(OTTO, UNSEEN, 1), by(IDA, UNSEEN, 1)))
                .as("neither saw it: they agree")
                .isInstanceOf(Decided.class);
    }

    @Example
    void twoWhoSawDifferentThingsDoNotAgreeOnAnAward() {
        assertThat(verdict(EITHER, by(OTTO, 2, 1), by(IDA, 1, 2)))
                .as("at the lower level of each there is no award, which neither said")
                .isEqualTo(new Awaiting(Part.MODERATOR));
    }

    @Example
    void aModeratorsJudgementStandsAlone() {
        // Given
        Judgement moderators = judgement(MO, rated(CARE, 1, "No rollback was prepared.", id(1)), at(PACE, 4));

        // When
        Verdict verdict = verdict(DOUBLE, by(OTTO, 4, 2), by(IDA, 2, 2), moderators);

        // Then
        assertThat(verdict).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.decision().basis()).isEqualTo(Basis.MODERATED);
            assertThat(decided.decision().decidedBy()).containsExactly(MO);
            assertThat(decided.decision().marks()).extracting(Mark::assessorId).containsExactly(OTTO, IDA, MO);
            assertThat(decided.decision().outcome()).isInstanceOf(NotYetMet.class);
            assertThat(decided.decision().outcome().reasons()).contains("Criterion 1: not yet met");
        });
    }

    @Example
    void theDigestIsOverAllThatJudged() {
        // Given
        String digest = digest(verdict(DOUBLE, by(OTTO, 3, 2), by(IDA, 2, 3)));

        // When
        String otherFirst = digest(verdict(DOUBLE, by(OTTO, 2, 2), by(IDA, 2, 3)));

        // Then
        assertThat(otherFirst).isNotEqualTo(digest);
        assertThat(digest(verdict(DOUBLE, by(OTTO, 3, 2), by(IDA, 2, 3)))).isEqualTo(digest);
    }

    /** Two never come to what neither of them said, nor above the lower of what they said, and never when far apart. */
    @Property(tries = 1000)
    void consensusIsWhatBothStandBy(
            @ForAll @IntRange(max = 4) int firstCare,
            @ForAll @IntRange(max = 4) int firstPace,
            @ForAll @IntRange(max = 4) int secondCare,
            @ForAll @IntRange(max = 4) int secondPace,
            @ForAll boolean either) {
        Achievement achievement = either ? EITHER : DOUBLE;
        Judgement first = by(OTTO, firstCare, firstPace);
        Judgement second = by(IDA, secondCare, secondPace);
        Deciding deciding = deciding(achievement);

        Verdict verdict = verdict(achievement, first, second);

        if (verdict instanceof Decided decided) {
            boolean passed = decided.decision().outcome() instanceof Passed;
            assertThat(passed).isEqualTo(deciding.passes(first)).isEqualTo(deciding.passes(second));
            assertThat(Math.abs(firstCare - secondCare)).isLessThan(2);
            assertThat(Math.abs(firstPace - secondPace)).isLessThan(2);
            assertThat(decided.decision().results())
                    .extracting(CriterionResult::levelId)
                    .containsExactly(
                            level(CARE, Math.min(firstCare, secondCare)), level(PACE, Math.min(firstPace, secondPace)));
        } else {
            assertThat(verdict).isEqualTo(new Awaiting(Part.MODERATOR));
        }
        assertThat(verdict(achievement, second, first).getClass())
                .as("who came first makes no difference")
                .isEqualTo(verdict.getClass());
    }

    private static Verdict verdict(Achievement achievement, Judgement... judgements) {
        Marks marks = Marks.NONE;
        Mark latest = null;
        for (Judgement judgement : judgements) {
            latest = new Mark(Part.values()[marks.all().size()], judgement, NOW);
            marks = marks.with(latest);
        }
        return new Deliberation(achievement, deciding(achievement)).after(marks, latest, id(80));
    }

    private static Deciding deciding(Achievement achievement) {
        AssessmentCase open = AssessmentCase.open(id(70), MAYA, achievement.id(), 1, NOW)
                .holding(new CaseEvidence(List.of(claimed(1), claimed(2))));
        return new Deciding(achievement, open, new Standing(List.of(), NOW), List.of(), NOW);
    }

    private static String digest(Verdict verdict) {
        return ((Decided) verdict).decision().inputsHash();
    }

    private static Judgement by(UUID assessor, int care, int pace) {
        return judgement(assessor, at(CARE, care), at(PACE, pace));
    }

    private static Judgement judgement(UUID assessor, CriterionJudgement... criteria) {
        return new Judgement(assessor, List.of(criteria), RulesOfEvidence.ALL_MET, List.of());
    }

    private static Judgement without(Judgement judgement) {
        Answer another = new Answer(false, "A colleague wrote it.");
        return new Judgement(
                judgement.assessorId(),
                judgement.criteria(),
                new RulesOfEvidence(Answer.MET, Answer.MET, another, Answer.MET),
                List.of());
    }

    private static CriterionJudgement at(RubricCriterion criterion, int ordinal) {
        return rated(criterion, ordinal, null, id(1));
    }

    private static CriterionJudgement rated(RubricCriterion criterion, int ordinal, String comment, UUID cited) {
        return ordinal == UNSEEN
                ? new CriterionJudgement(criterion.id(), new NotObserved(), List.of(), comment)
                : new CriterionJudgement(
                        criterion.id(), new AtLevel(level(criterion, ordinal)), List.of(cited), comment);
    }

    private static UUID level(RubricCriterion criterion, int ordinal) {
        return ordinal == UNSEEN ? null : criterion.levels().get(ordinal - 1).id();
    }
}
