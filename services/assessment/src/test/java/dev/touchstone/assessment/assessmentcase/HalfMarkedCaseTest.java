package dev.touchstone.assessment.assessmentcase;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.claimed;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.assessment.achievement.Stakes;
import dev.touchstone.assessment.assessmentcase.CaseRefusal.Reason;
import dev.touchstone.assessment.person.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A case between its first judgement and its decision. */
class HalfMarkedCaseTest {

    private static final UUID IDA = id(71);
    private static final Instant SOON = NOW.plus(Duration.ofHours(1));

    private final AssessmentCase ready = AssessmentCase.open(id(70), MAYA, "safe-releases", 1, NOW)
            .add(work(MAYA, 1), Set.of(), NOW)
            .assessmentCase()
            .ready(true, NOW);
    private final AssessmentCase halfMarked =
            ready.claim(OTTO, NOW).assessmentCase().judged(OTTO, SOON).assessmentCase();

    @Example
    void aJudgementThatDecidesNothingFreesTheCase() {
        // Given
        AssessmentCase claimedByOtto = ready.claim(OTTO, NOW).assessmentCase();

        // When
        Transition judged = claimedByOtto.judged(OTTO, SOON);

        // Then
        assertThat(judged.assessmentCase().state()).isEqualTo(CaseState.READY);
        assertThat(judged.assessmentCase().readyAt()).as("it keeps its place").isEqualTo(NOW);
        assertThat(judged.assessmentCase().judges().ids()).containsExactly(OTTO);
        assertThat(judged.assessmentCase().judges().next()).isEqualTo(Part.SECOND);
        assertThat(judged.events()).containsExactly(new CaseEvent.Released(id(70), MAYA, OTTO, SOON, 2));
    }

    @Example
    void onlyWhoHasItJudges() {
        assertThatThrownBy(() -> ready.judged(OTTO, SOON))
                .isInstanceOfSatisfying(
                        CaseRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.STALE_CLAIM));
        assertThatThrownBy(() -> ready.claim(OTTO, NOW).assessmentCase().judged(OTTO, NOW.plus(Claim.LEASE)))
                .isInstanceOf(CaseRefusal.class);
    }

    @Example
    void whoJudgedItIsToldWhyTheyCannotHaveItAgain() {
        assertThatThrownBy(() -> ConflictOfInterest.refuse(person(OTTO), person(MAYA), halfMarked, Stakes.LOW))
                .hasMessage("You have judged this case already. The next judgement has to be somebody else's.")
                .isInstanceOfSatisfying(
                        CaseRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT));
        assertThat(ConflictOfInterest.between(person(IDA), person(MAYA), halfMarked, Stakes.LOW))
                .isEmpty();
    }

    @Example
    void aSecondClaimLastsAndEndsAsTheFirstDoes() {
        // Given
        AssessmentCase claimedByIda = halfMarked.claim(IDA, SOON).assessmentCase();
        UUID ben = id(72);

        // When
        Transition taken = claimedByIda.claim(ben, SOON.plus(Claim.LEASE));

        // Then
        assertThat(claimedByIda.claim().until()).isEqualTo(SOON.plus(Claim.LEASE));
        assertThat(taken.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Released", "Claimed");
        assertThat(taken.assessmentCase().isClaimedBy(ben, SOON.plus(Claim.LEASE)))
                .isTrue();
        assertThat(taken.assessmentCase().judges()).isEqualTo(halfMarked.judges());
        assertThat(claimedByIda.release(IDA, SOON).assessmentCase().judges()).isEqualTo(halfMarked.judges());
    }

    @Example
    void whatComesInIsKeptForLater() {
        // When
        Transition late = halfMarked.add(claimed(2), Set.of(), SOON);

        // Then
        assertThat(late.events()).isEmpty();
        assertThat(late.assessmentCase().evidence().ids()).containsExactly(id(1));
        assertThat(late.assessmentCase().evidence().later()).containsExactly(id(2));
        assertThat(late.assessmentCase().add(claimed(2), Set.of(), SOON).assessmentCase())
                .as("a second time changes nothing")
                .isEqualTo(late.assessmentCase());
        assertThat(halfMarked.add(work(MAYA, 1), Set.of(), SOON).assessmentCase())
                .as("what the case has needs not be kept")
                .isEqualTo(halfMarked);
    }

    @Example
    void staysWithPeopleWhateverBecomesOfTheCriteria() {
        assertThat(halfMarked.ready(false, SOON)).isEqualTo(halfMarked);
        assertThat(halfMarked.isBeingJudged()).isTrue();
        assertThat(ready.isBeingJudged()).isFalse();
    }

    @Example
    void assessorsJudgeFirstAndSecondAndModeratorsWhereTheTwoDiffer() {
        // Given
        AssessmentCase contested =
                halfMarked.claim(IDA, SOON).assessmentCase().judged(IDA, SOON).assessmentCase();

        // When / Then
        halfMarked.requireCapacity(Set.of(Capacity.ASSESSOR));
        contested.requireCapacity(Set.of(Capacity.ASSESSOR, Capacity.MODERATOR));
        assertThatThrownBy(() -> contested.requireCapacity(Set.of(Capacity.ASSESSOR)))
                .hasMessage(
                        "Two assessors do not agree on this case, so a moderator has to judge it. Take another one.");
        assertThatThrownBy(() -> halfMarked.requireCapacity(Set.of(Capacity.MODERATOR)))
                .isInstanceOfSatisfying(
                        CaseRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_ENTITLED));
    }

    /** Whoever tries whatever whenever: judges are never the same person twice, never the earner, and see the same. */
    @Property(tries = 500)
    void differentPeopleJudgeTheSameEvidence(@ForAll("attempts") List<Attempt> attempts) {
        AssessmentCase current = ready;
        Set<UUID> judgedOn = Set.of();
        Instant at = NOW;
        for (Attempt attempt : attempts) {
            at = at.plus(Duration.ofHours(attempt.hours()));
            AssessmentCase before = current;
            current = attempt.at(before, at);
            assertThat(current.judges().ids()).doesNotHaveDuplicates().doesNotContain(MAYA);
            assertThat(current.judges().ids().size()).isLessThanOrEqualTo(2);
            if (before.judges().isEmpty()) {
                judgedOn = new HashSet<>(current.evidence().ids());
            }
            assertThat(Set.copyOf(current.evidence().ids())).isEqualTo(judgedOn);
            assertThat(current.sequence()).isGreaterThanOrEqualTo(before.sequence());
        }
    }

    record Attempt(String what, UUID who, int hours) {

        AssessmentCase at(AssessmentCase current, Instant at) {
            try {
                return switch (what) {
                    case "claim" -> {
                        ConflictOfInterest.refuse(person(who), person(MAYA), current, Stakes.LOW);
                        yield current.claim(who, at).assessmentCase();
                    }
                    case "judge" ->
                        current.judges().ids().size() < 2
                                ? current.judged(who, at).assessmentCase()
                                : current;
                    case "release" -> current.release(who, at).assessmentCase();
                    default -> current.add(work(MAYA, hours + 2), Set.of(), at).assessmentCase();
                };
            } catch (CaseRefusal refused) {
                return current;
            }
        }
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.of("claim", "claim", "judge", "judge", "release", "evidence"),
                        Arbitraries.of(OTTO, IDA, id(72), MAYA),
                        Arbitraries.integers().between(0, 50))
                .as(Attempt::new)
                .list()
                .ofMaxSize(30);
    }

    private static Person person(UUID id) {
        return new Person(id, "Somebody", "somebody", null, "Unit", true);
    }
}
