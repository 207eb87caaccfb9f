package dev.touchstone.assessment.judgement;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.achievement;
import static dev.touchstone.assessment.Given.artefacts;
import static dev.touchstone.assessment.Given.byPeople;
import static dev.touchstone.assessment.Given.byRule;
import static dev.touchstone.assessment.Given.claimed;
import static dev.touchstone.assessment.Given.credential;
import static dev.touchstone.assessment.Given.criterion;
import static dev.touchstone.assessment.Given.definition;
import static dev.touchstone.assessment.Given.held;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.judged;
import static dev.touchstone.assessment.Given.level;
import static dev.touchstone.assessment.Given.rubric;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.AwardPolicy;
import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Level;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.achievement.SkillShown;
import dev.touchstone.assessment.achievement.Stakes;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseEvidence;
import dev.touchstone.assessment.assessmentcase.Part;
import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.judgement.Observation.AtLevel;
import dev.touchstone.assessment.judgement.Observation.NotObserved;
import dev.touchstone.assessment.judgement.Outcome.AwardedSkill;
import dev.touchstone.assessment.judgement.Outcome.NotYetMet;
import dev.touchstone.assessment.judgement.Outcome.Passed;
import dev.touchstone.assessment.judgement.RulesOfEvidence.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecidingTest {

    private static final RubricCriterion CARE = criterion(1, 3, 2);
    private static final RubricCriterion PACE = criterion(2, 3, 1);
    private static final Standing NO_HISTORY = new Standing(List.of(), NOW);

    private final Achievement judgedByPeople = achievement(
            definition(
                    AllOf.of(artefacts(1), judged(CARE, 2), judged(PACE, 1)),
                    rubric(CARE, PACE),
                    byPeople(),
                    level(1, null),
                    level(2, null),
                    level(3, null)),
            1);

    @Test
    void awardsTheHighestLevelWhoseGateIsMet() {
        // Given
        Deciding deciding = deciding(judgedByPeople, NO_HISTORY, claimed(1));

        // When
        Decision decision = decided(deciding, id(80), judgement(RulesOfEvidence.ALL_MET, at(CARE, 3), at(PACE, 2)));

        // Then
        assertThat(decision.outcome()).isInstanceOfSatisfying(Passed.class, passed -> {
            assertThat(passed.level().ordinal()).isEqualTo(2);
            assertThat(passed.skills())
                    .containsExactly(new AwardedSkill("northwind:releasing", "Releasing", 2, "Level 2"));
            assertThat(passed.reasons())
                    .containsExactly(
                            "Level reached: Level 2",
                            "1 of 1: artefact",
                            "Shown: criterion " + CARE.id() + " at level 2 or higher",
                            "Shown: criterion " + PACE.id() + " at level 1 or higher",
                            "Shown: Criterion 2 at L2 or higher");
        });
        assertThat(decision.basis()).isEqualTo(Basis.SINGLE);
        assertThat(decision.decidedBy()).containsExactly(OTTO);
        assertThat(decision.results())
                .extracting(CriterionResult::status)
                .containsExactly(CriterionResult.Status.MET, CriterionResult.Status.MET);
        assertThat(decision.evidence()).containsExactly(claimed(1));
    }

    @Test
    void nothingMakesUpForAMandatoryCriterion() {
        // Given
        Deciding deciding = deciding(judgedByPeople, NO_HISTORY, claimed(1));

        // When
        Decision decision = decided(
                deciding,
                id(80),
                judgement(
                        RulesOfEvidence.ALL_MET,
                        new CriterionJudgement(
                                CARE.id(),
                                new AtLevel(CARE.levels().get(0).id()),
                                List.of(id(1)),
                                "No rollback was prepared."),
                        at(PACE, 3)));

        // Then
        assertThat(decision.outcome())
                .isEqualTo(new NotYetMet(
                        List.of(
                                "Criterion 1: not yet met",
                                "Judged at level 1: criterion " + CARE.id() + " at level 2 or higher"),
                        List.of("criterion " + CARE.id() + " at level 2 or higher (judged at level 1)")));
    }

    @Test
    void whatWasNotObservedIsNotMetButSaysSo() {
        // Given
        Deciding deciding = deciding(judgedByPeople, NO_HISTORY, claimed(1));

        // When
        Decision decision = decided(
                deciding,
                id(80),
                judgement(
                        RulesOfEvidence.ALL_MET,
                        at(CARE, 3),
                        new CriterionJudgement(PACE.id(), new NotObserved(), List.of(), null)));

        // Then
        assertThat(decision.outcome()).isInstanceOf(NotYetMet.class);
        assertThat(decision.outcome().reasons()).contains("Criterion 2: not observed");
        assertThat(decision.results().get(1).status()).isEqualTo(CriterionResult.Status.NOT_OBSERVED);
    }

    @Test
    void evidenceThatBreaksARuleOfEvidenceProvesNothingAndWhatTheAssessorWroteOfItStaysHere() {
        // Given
        Deciding deciding = deciding(judgedByPeople, NO_HISTORY, claimed(1));
        RulesOfEvidence notOwnWork =
                new RulesOfEvidence(Answer.MET, Answer.MET, new Answer(false, "A colleague wrote it."), Answer.MET);

        // When
        Decision decision = decided(deciding, id(80), judgement(notOwnWork, at(CARE, 3), at(PACE, 3)));

        // Then
        assertThat(decision.outcome())
                .isEqualTo(new NotYetMet(
                        List.of("The evidence does not meet authenticity."),
                        List.of("Evidence that meets authenticity.")));
    }

    @Test
    void whatIsHeldAlreadyIsNotAwardedAgain() {
        // Given
        Standing holdsTwo =
                new Standing(List.of(new PastDecision(id(60), 1, true, 2, NOW.minusSeconds(60), null, false)), NOW);
        Deciding deciding = deciding(judgedByPeople, holdsTwo, claimed(1));

        // When
        Decision same = decided(deciding, id(80), judgement(RulesOfEvidence.ALL_MET, at(CARE, 3), at(PACE, 2)));

        // Then
        assertThat(same.outcome().reasons())
                .containsExactly("What was shown is held already; the level above it is not reached yet.");
        assertThat(decided(deciding, id(80), judgement(RulesOfEvidence.ALL_MET, at(CARE, 3), at(PACE, 3)))
                        .outcome())
                .isInstanceOf(Passed.class);
    }

    @Test
    void aRuleAwardsOnVerifiedObjectiveEvidence() {
        // Given
        Achievement pathway = achievement(
                definition(
                        AllOf.of(work(2), held("first-aid")),
                        null,
                        new AwardPolicy(Stakes.LOW, true, Period.ofYears(1), null)),
                1);
        Deciding deciding = deciding(pathway, NO_HISTORY, work(MAYA, 1), work(MAYA, 2), work(MAYA, 3));

        // When
        Decision award = deciding.byRule(id(80)).orElseThrow();

        // Then
        assertThat(award.basis()).isEqualTo(Basis.RULE);
        assertThat(award.decidedBy()).isEmpty();
        assertThat(award.evidence()).containsExactly(work(MAYA, 1), work(MAYA, 2));
        assertThat(award.outcome()).isInstanceOfSatisfying(Passed.class, passed -> {
            assertThat(passed.level()).isNull();
            assertThat(passed.ordinal()).isEqualTo(1);
            assertThat(passed.validUntil()).isEqualTo(Instant.parse("2027-11-23T09:00:00Z"));
        });
    }

    @Test
    void aRuleNeverRefuses() {
        // Given
        Achievement unmet = achievement(definition(work(5), null, byRule()), 1);

        // When
        boolean decided =
                deciding(unmet, NO_HISTORY, work(MAYA, 1)).byRule(id(80)).isPresent();

        // Then
        assertThat(decided).isFalse();
    }

    @Test
    void aRuleAwardsNothingThatPeopleHaveToSee() {
        // Given
        Standing revoked =
                new Standing(List.of(new PastDecision(id(60), 1, true, 1, NOW.minusSeconds(60), null, true)), NOW);
        Definition low = definition(work(1), null, byRule());
        Definition high = definition(work(1), null, new AwardPolicy(Stakes.HIGH, true, null, null));
        Definition declared = definition(artefacts(1), null, byRule());

        // When
        boolean afterRevocation = deciding(achievement(low, 1), revoked, work(MAYA, 1))
                .byRule(id(80))
                .isPresent();

        // Then
        assertThat(afterRevocation).isFalse();
        assertThat(deciding(achievement(low, 1), revoked, work(MAYA, 1)).isReadyForPeople())
                .isTrue();
        assertThat(deciding(achievement(high, 1), NO_HISTORY, work(MAYA, 1)).byRule(id(80)))
                .as("the gate lets no such definition through; should one exist, still not")
                .isEmpty();
        assertThat(deciding(achievement(declared, 1), NO_HISTORY, claimed(1)).byRule(id(80)))
                .isEmpty();
    }

    @Test
    void isReadyOnceNothingButJudgementIsMissing() {
        assertThat(deciding(judgedByPeople, NO_HISTORY).isReadyForPeople()).isFalse();
        assertThat(deciding(judgedByPeople, NO_HISTORY, claimed(1)).isReadyForPeople())
                .isTrue();
    }

    @Test
    void theSameInputsHaveTheSameDigest() {
        // Given
        Judgement judgement = judgement(RulesOfEvidence.ALL_MET, at(CARE, 3, id(1), id(2)), at(PACE, 2, id(1)));
        Judgement reordered = judgement(RulesOfEvidence.ALL_MET, at(PACE, 2, id(1)), at(CARE, 3, id(2), id(1)));

        // When
        String digest = decided(deciding(judgedByPeople, NO_HISTORY, claimed(1), claimed(2)), id(80), judgement)
                .inputsHash();

        // Then
        assertThat(decided(deciding(judgedByPeople, NO_HISTORY, claimed(2), claimed(1)), id(81), reordered)
                        .inputsHash())
                .isEqualTo(digest);
        assertThat(decided(deciding(judgedByPeople, NO_HISTORY, claimed(1), claimed(3)), id(80), judgement)
                        .inputsHash())
                .as("other evidence")
                .isNotEqualTo(digest);
        assertThat(decided(
                                deciding(judgedByPeople, NO_HISTORY, claimed(1), claimed(2)),
                                id(80),
                                judgement(RulesOfEvidence.ALL_MET, at(CARE, 3, id(1)), at(PACE, 2, id(1))))
                        .inputsHash())
                .as("other citations")
                .isNotEqualTo(digest);
    }

    @Test
    void skillsKeepTheirOwnLevelWhereTheyHaveOne() {
        // Given
        Definition plain = judgedByPeople.definition();
        Definition pinned = new Definition(
                plain.meaning(),
                plain.criteria(),
                plain.rubric(),
                plain.levels().stream()
                        .map(level -> new Level(level.id(), level.ordinal(), level.name(), null, null))
                        .toList(),
                List.of(new SkillShown("northwind:care", "Care", 4, "Leading", null)),
                plain.policy(),
                List.of(),
                plain.particulars());

        // When
        Decision decision = decided(
                deciding(achievement(pinned, 1), NO_HISTORY, claimed(1)),
                id(80),
                judgement(RulesOfEvidence.ALL_MET, at(CARE, 3), at(PACE, 2)));

        // Then
        assertThat(((Passed) decision.outcome()).skills())
                .containsExactly(new AwardedSkill("northwind:care", "Care", 4, "Leading"));
    }

    private static Deciding deciding(Achievement achievement, Standing standing, Evidence... evidence) {
        AssessmentCase open = AssessmentCase.open(id(70), MAYA, achievement.id(), 1, NOW.minus(Duration.ofDays(1)))
                .holding(new CaseEvidence(Arrays.asList(evidence)));
        List<HeldCredential> credentials = List.of(credential(1, "first-aid", 1));
        return new Deciding(achievement, open, standing, credentials, NOW);
    }

    private static Decision decided(Deciding deciding, UUID decisionId, Judgement judgement) {
        Marks only = new Marks(List.of(new Mark(Part.FIRST, judgement, NOW)));
        return deciding.byPeople(decisionId, Basis.SINGLE, judgement, only);
    }

    private static Judgement judgement(RulesOfEvidence rules, CriterionJudgement... criteria) {
        return new Judgement(OTTO, List.of(criteria), rules, List.of("Watch a release."));
    }

    private static CriterionJudgement at(RubricCriterion criterion, int level, UUID... cited) {
        List<UUID> citing = cited.length == 0 ? List.of(id(1)) : List.of(cited);
        return new CriterionJudgement(
                criterion.id(), new AtLevel(criterion.levels().get(level - 1).id()), citing, null);
    }
}
