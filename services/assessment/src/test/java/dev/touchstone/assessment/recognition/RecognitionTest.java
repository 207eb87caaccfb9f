package dev.touchstone.assessment.recognition;

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
import static dev.touchstone.assessment.Given.line;
import static dev.touchstone.assessment.Given.rubric;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.AchievementLine;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseEvent;
import dev.touchstone.assessment.assessmentcase.CaseEvidence;
import dev.touchstone.assessment.assessmentcase.CaseState;
import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.criteria.AllOf;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.judgement.Outcome.Passed;
import dev.touchstone.assessment.judgement.PastDecision;
import dev.touchstone.assessment.judgement.Standing;
import dev.touchstone.assessment.recognition.Trigger.AchievementPublished;
import dev.touchstone.assessment.recognition.Trigger.CredentialChanged;
import dev.touchstone.assessment.recognition.Trigger.KeptForLater;
import dev.touchstone.assessment.recognition.Trigger.NewEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecognitionTest {

    private static final RubricCriterion CARE = criterion(1, 3, 1);
    private static final Achievement THREE_PIECES = achievement(definition(work(3), null, byRule()), 1);
    private static final Achievement LADDER =
            achievement(definition(work(1), null, byRule(), level(1, null), level(2, work(3))), 1);
    private static final Achievement JUDGED = achievement(
            definition(
                    AllOf.of(artefacts(1), judged(CARE, 1)), rubric(CARE), byPeople(), level(1, null), level(2, null)),
            1);

    private final Supplier<UUID> ids = new Supplier<>() {
        private final AtomicInteger next = new AtomicInteger(100);

        @Override
        public UUID get() {
            return id(next.incrementAndGet());
        }
    };

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

    @Test
    void putsACaseBeforePeopleOnceNothingElseIsMissing() {
        // When
        Step step = consider(fresh(line(JUDGED), claimed(1)), new NewEvidence(claimed(1)));

        // Then
        assertThat(step.current()).hasValueSatisfying(current -> {
            assertThat(current.state()).isEqualTo(CaseState.READY);
            assertThat(current.readyAt()).isEqualTo(NOW);
        });
    }

    @Test
    void leavesACaseThatAnAssessorHasToTheAssessor() {
        // Given
        AssessmentCase claimedByOtto = consider(fresh(line(JUDGED), claimed(1)), new NewEvidence(claimed(1)))
                .current()
                .orElseThrow()
                .claim(OTTO, NOW)
                .assessmentCase();

        // When
        Step step = consider(goingOn(line(JUDGED), claimedByOtto), new NewEvidence(claimed(2)));

        // Then
        assertThat(step.current())
                .hasValueSatisfying(current -> assertThat(current.state()).isEqualTo(CaseState.CLAIMED));
        assertThat(step.events()).hasOnlyElementsOfType(CaseEvent.Claimed.class).hasSize(1);
    }

    @Test
    void keepsForLaterWhatComesWhenACaseIsHalfMarked() {
        // Given
        AssessmentCase halfMarked = halfMarked();

        // When
        Step step = consider(goingOn(line(JUDGED), halfMarked), new NewEvidence(claimed(2)));

        // Then
        assertThat(step.events()).isEmpty();
        assertThat(step.current()).hasValueSatisfying(current -> {
            assertThat(current.state()).isEqualTo(CaseState.READY);
            assertThat(current.evidence().ids()).containsExactly(id(1));
            assertThat(current.evidence().later()).containsExactly(id(2));
        });
    }

    @Test
    void whatWasKeptForLaterOpensAFurtherCaseOnceTheFirstIsDecided() {
        // Given
        PastDecision notYet = new PastDecision(id(60), 1, false, 0, NOW, null, false);
        Situation situation = decided(line(JUDGED), notYet, List.of(claimed(1), claimed(2)));

        // When
        Step step = consider(situation, new KeptForLater(Set.of(id(2))));

        // Then
        assertThat(step.current()).hasValueSatisfying(current -> {
            assertThat(current.state()).isEqualTo(CaseState.READY);
            assertThat(current.judges().isEmpty()).isTrue();
            assertThat(current.evidence().ids()).containsExactlyInAnyOrder(id(1), id(2));
        });
        assertThat(consider(
                        decided(line(JUDGED), award(1, 2, null, false), List.of(claimed(1), claimed(2))),
                        new KeptForLater(Set.of(id(2)))))
                .as("at the top there is no more to reach")
                .isEqualTo(Step.NONE);
    }

    @Test
    void nothingButPeopleEndsWhatPeopleBegan() {
        // Given
        AssessmentCase halfMarked = halfMarked();

        // When
        Step step = consider(goingOn(line(JUDGED), halfMarked), new CredentialChanged());

        // Then
        assertThat(step.current()).contains(halfMarked);
        assertThat(step.decision()).isEmpty();
    }

    private AssessmentCase halfMarked() {
        return consider(fresh(line(JUDGED), claimed(1)), new NewEvidence(claimed(1)))
                .current()
                .orElseThrow()
                .claim(OTTO, NOW)
                .assessmentCase()
                .judged(OTTO, NOW)
                .assessmentCase();
    }

    @Test
    void doesNotAwardWhatIsHeld() {
        // Given
        Situation situation = decided(line(THREE_PIECES), award(1, 1, null, false), pieces(4));

        // When
        Step step = consider(situation, new NewEvidence(work(MAYA, 4)));

        // Then
        assertThat(step).isEqualTo(Step.NONE);
    }

    @Test
    void awardsAHigherLevelByRuleOnceItIsReached() {
        // Given
        PastDecision levelOne = award(1, 1, null, false);

        // When
        Step two = consider(decided(line(LADDER), levelOne, pieces(2)), new NewEvidence(work(MAYA, 2)));

        // Then
        assertThat(two).isEqualTo(Step.NONE);
        assertThat(consider(decided(line(LADDER), levelOne, pieces(3)), new NewEvidence(work(MAYA, 3)))
                        .decision())
                .hasValueSatisfying(decision ->
                        assertThat(((Passed) decision.outcome()).ordinal()).isEqualTo(2));
    }

    @Test
    void whoHoldsALevelAsksForAHigherOneByOfferingEvidence() {
        // Given
        Evidence offered = claimed(1);

        // When
        Step step =
                consider(decided(line(JUDGED), award(1, 1, null, false), List.of(offered)), new NewEvidence(offered));

        // Then
        assertThat(step.current())
                .hasValueSatisfying(current -> assertThat(current.state()).isEqualTo(CaseState.READY));
        assertThat(consider(
                        decided(line(JUDGED), award(1, 2, null, false), List.of(offered)), new NewEvidence(offered)))
                .as("at the top there is no more to reach")
                .isEqualTo(Step.NONE);
    }

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
    void afterNotYetMetNewEvidenceOpensAFurtherCase() {
        // Given
        PastDecision notYet = new PastDecision(id(60), 1, false, 0, NOW.minusSeconds(9), null, false);
        Situation situation = decided(line(JUDGED), notYet, List.of(claimed(1), claimed(2)));

        // When
        Step step = consider(situation, new NewEvidence(claimed(1)));

        // Then
        assertThat(step.current())
                .hasValueSatisfying(
                        current -> assertThat(current.evidence().ids()).containsExactlyInAnyOrder(id(1), id(2)));
        assertThat(consider(situation, new AchievementPublished()))
                .as("without new evidence nobody is asked to judge the same again")
                .isEqualTo(Step.NONE);
    }

    @Test
    void afterAnExpiryOnlyWhatHappenedSinceCounts() {
        // Given
        Instant awarded = NOW.minus(Duration.ofDays(10));
        PastDecision expired = new PastDecision(id(60), 1, true, 1, awarded, NOW, false);

        // When
        Step step = consider(decided(line(THREE_PIECES), expired, pieces(12)), new NewEvidence(work(MAYA, 1)));

        // Then
        assertThat(step.decision())
                .hasValueSatisfying(decision -> assertThat(decision.evidence())
                        .allMatch(piece -> piece.occurredAt().isAfter(awarded)));
        assertThat(consider(
                        decided(line(THREE_PIECES), expired, List.of(work(MAYA, 10), work(MAYA, 11))),
                        new NewEvidence(work(MAYA, 11))))
                .isEqualTo(Step.NONE);
    }

    @Test
    void afterARevocationPeopleAward() {
        // Given
        Situation situation = decided(line(THREE_PIECES), award(1, 1, null, true), pieces(4));

        // When
        Step step = consider(situation, new NewEvidence(work(MAYA, 1)));

        // Then
        assertThat(step.decision()).isEmpty();
        assertThat(step.current())
                .hasValueSatisfying(current -> assertThat(current.state()).isEqualTo(CaseState.READY));
        assertThat(consider(situation, new CredentialChanged())).isEqualTo(Step.NONE);
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

    @Test
    void aRevokedCredentialTakesAReadyCaseBack() {
        // Given
        Achievement pathway = achievement(definition(held("first-aid"), null, byPeople()), 1);
        Situation holding = new Situation(
                MAYA,
                line(pathway),
                Optional.empty(),
                new Standing(List.of(), NOW),
                List.of(),
                List.of(credential(1, "first-aid", 1)));
        AssessmentCase ready =
                consider(holding, new CredentialChanged()).current().orElseThrow();
        Situation revoked = new Situation(
                MAYA,
                line(pathway),
                Optional.of(ready),
                holding.standing(),
                List.of(),
                List.of(new HeldCredential(id(5001), "first-aid", 1, null, true)));

        // When
        Step step = consider(revoked, new CredentialChanged());

        // Then
        assertThat(ready.state()).isEqualTo(CaseState.READY);
        assertThat(step.current())
                .hasValueSatisfying(current -> assertThat(current.state()).isEqualTo(CaseState.COLLECTING));
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

    private Step consider(Situation situation, Trigger trigger) {
        return Recognition.consider(situation, trigger, ids, NOW);
    }

    private static Situation fresh(AchievementLine line, Evidence... known) {
        return new Situation(MAYA, line, Optional.empty(), new Standing(List.of(), NOW), List.of(known), List.of());
    }

    private static Situation goingOn(AchievementLine line, AssessmentCase open) {
        return new Situation(MAYA, line, Optional.of(open), new Standing(List.of(), NOW), List.of(), List.of());
    }

    private static Situation decided(AchievementLine line, PastDecision before, List<Evidence> known) {
        return new Situation(MAYA, line, Optional.empty(), new Standing(List.of(before), NOW), known, List.of());
    }

    private static PastDecision award(int version, int level, Instant validUntil, boolean revoked) {
        return new PastDecision(id(60), version, true, level, NOW.minusSeconds(60), validUntil, revoked);
    }

    private static List<Evidence> pieces(int n) {
        List<Evidence> pieces = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            pieces.add(work(MAYA, i));
        }
        return pieces;
    }
}
