package dev.touchstone.assessment.criteria;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.artefacts;
import static dev.touchstone.assessment.Given.claimed;
import static dev.touchstone.assessment.Given.completion;
import static dev.touchstone.assessment.Given.course;
import static dev.touchstone.assessment.Given.credential;
import static dev.touchstone.assessment.Given.criterion;
import static dev.touchstone.assessment.Given.evidence;
import static dev.touchstone.assessment.Given.filter;
import static dev.touchstone.assessment.Given.held;
import static dev.touchstone.assessment.Given.id;
import static dev.touchstone.assessment.Given.judged;
import static dev.touchstone.assessment.Given.score;
import static dev.touchstone.assessment.Given.scored;
import static dev.touchstone.assessment.Given.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.credential.HeldCredential;
import dev.touchstone.assessment.evidence.Activity;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.evidence.EvidenceKind;
import dev.touchstone.assessment.evidence.Result;
import dev.touchstone.assessment.evidence.Trust;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeafTest {

    @Test
    void countsEvidenceAndSaysHowMuchIsMissing() {
        // Given
        Facts facts = facts(work(MAYA, 1), work(MAYA, 2));

        // When
        Trace trace = work(5).evaluate(facts);

        // Then
        assertThat(trace.truth()).isEqualTo(Truth.NOT_MET);
        assertThat(trace.words()).isEqualTo("2 of 5: 5 × piece of work, reported by a connected system");
        assertThat(trace.missing()).containsExactly("3 more of: 5 × piece of work, reported by a connected system");
        assertThat(trace.evidence()).containsExactly(id(1), id(2));
    }

    @Test
    void doesNotTakeNothingForFailure() {
        assertThat(work(1).evaluate(facts()).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(score("urn:exam", 0.8).evaluate(facts()).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(held("first-aid").evaluate(facts()).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(judged(criterion(1, 3, 2), 2).evaluate(facts()).truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void countsTheNewestPiecesFirst() {
        assertThat(work(2).evaluate(facts(work(MAYA, 9), work(MAYA, 3), work(MAYA, 5)))
                        .evidence())
                .containsExactly(id(3), id(5));
    }

    @Test
    void countsAnActivityOnceWhereDifferentOnesAreAskedFor() {
        // Given
        EvidenceShown different = new EvidenceShown(
                Label.NONE, filter(EvidenceKind.COURSE_COMPLETION, null, Trust.VERIFIED, null), 2, true);

        // When
        Trace trace = different.evaluate(facts(completion(1, "urn:a"), completion(2, "urn:a"), completion(3, "urn:b")));

        // Then
        assertThat(trace.truth()).isEqualTo(Truth.MET);
        assertThat(trace.evidence()).containsExactly(id(1), id(3));
    }

    @Test
    void saysWhenEvidenceIsTooOldOrNotTrusted() {
        // Given
        EvidenceShown fresh = new EvidenceShown(
                Label.NONE, filter(EvidenceKind.WORK_EVENT, null, Trust.VERIFIED, Period.ofMonths(1)), 1, false);
        Evidence declared = evidence(MAYA, 3, EvidenceKind.WORK_EVENT, "urn:x", "merged", Trust.DECLARED, MAYA);

        // When
        Trace trace = fresh.evaluate(facts(work(MAYA, 60), declared));

        // Then
        assertThat(trace.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(trace.missing())
                .containsExactly("piece of work, reported by a connected system, not older than 1 month"
                        + " (1 here cannot count as it is not confirmed so; 1 here is too old)");
    }

    @Test
    void evidenceExactlyAsOldAsAllowedStillCounts() {
        // Given
        EvidenceShown month = new EvidenceShown(
                Label.NONE, filter(EvidenceKind.WORK_EVENT, null, Trust.VERIFIED, Period.ofDays(30)), 1, false);

        // When
        Truth truth = month.evaluate(facts(work(MAYA, 30))).truth();

        // Then
        assertThat(truth).isEqualTo(Truth.MET);
        assertThat(month.evaluate(facts(work(MAYA, 31))).truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void failuresDoNotCountUnlessAskedFor() {
        // Given
        Evidence failed = evidence(MAYA, 1, EvidenceKind.COURSE_COMPLETION, "urn:a", "failed", Trust.VERIFIED, null);

        // When
        Truth truth = course("urn:a").evaluate(facts(failed)).truth();

        // Then
        assertThat(truth).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void knowsAnActivityByItsOtherIdentifiers() {
        // Given
        Evidence plain = completion(1, "urn:au:1");
        Evidence grouped = new Evidence(
                plain.id(),
                MAYA,
                plain.kind(),
                new Activity("urn:au:1", Set.of("urn:course"), null),
                plain.action(),
                Result.NONE,
                plain.occurredAt(),
                plain.origin(),
                null,
                Set.of());

        // When
        Truth truth = course("urn:course").evaluate(facts(grouped)).truth();

        // Then
        assertThat(truth).isEqualTo(Truth.MET);
    }

    @Test
    void theBestScoreCounts() {
        // Given
        ScoreReached exam = score("urn:exam", 0.8);

        // When
        Trace below = exam.evaluate(facts(scored(1, "urn:exam", 0.65, Trust.VERIFIED)));

        // Then
        assertThat(below.truth()).isEqualTo(Truth.NOT_MET);
        assertThat(below.missing())
                .containsExactly("a score of 0.8 or more, evidence, in urn:exam, reported by a connected system"
                        + " (the best so far is 0.65)");
        assertThat(exam.evaluate(facts(
                                scored(1, "urn:exam", 0.65, Trust.VERIFIED),
                                scored(2, "urn:exam", 0.8, Trust.VERIFIED)))
                        .truth())
                .isEqualTo(Truth.MET);
        assertThat(exam.evaluate(facts(scored(3, "urn:exam", 0.99, Trust.DECLARED)))
                        .truth())
                .as("what somebody says of themselves is no score")
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aCredentialMustBeLiveAndHighEnough() {
        assertThat(holding(credential(1, "first-aid", 1))).isEqualTo(Truth.MET);
        assertThat(holding(new HeldCredential(id(1), "first-aid", 1, null, true)))
                .isEqualTo(Truth.NOT_MET);
        assertThat(holding(new HeldCredential(id(1), "first-aid", 1, NOW, false)))
                .isEqualTo(Truth.NOT_MET);
        assertThat(new CredentialHeld(Label.NONE, "first-aid", 2)
                        .evaluate(new Facts(List.of(), List.of(credential(1, "first-aid", 1)), Judged.NOTHING, NOW))
                        .words())
                .isEqualTo("held at level 1: the credential first-aid at level 2 or higher");
    }

    private static Truth holding(HeldCredential credential) {
        return held("first-aid")
                .evaluate(new Facts(List.of(), List.of(credential), Judged.NOTHING, NOW))
                .truth();
    }

    @Test
    void aCriterionIsMetAtItsLevelOrAbove() {
        // Given
        RubricLevelReached leaf = judged(criterion(1, 3, 2), 2);

        // When
        Truth exactly =
                leaf.evaluate(facts().with(Judged.of(Map.of(id(1001), 2)))).truth();

        // Then
        assertThat(exactly).isEqualTo(Truth.MET);
        assertThat(leaf.evaluate(facts().with(Judged.of(Map.of(id(1001), 1)))).truth())
                .isEqualTo(Truth.NOT_MET);
    }

    @Test
    void offersTheChoiceThatThereIs() {
        // Given
        Criteria either = AnyOf.of(work(1), artefacts(2));

        // When
        Trace trace = either.evaluate(facts(claimed(1)));

        // Then
        assertThat(trace.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(trace.missing())
                .containsExactly("One of: piece of work, reported by a connected system; or 1 more of: 2 × artefact");
        assertThat(trace.words()).isEqualTo("0 of 2 met; one is needed");
    }

    private static Facts facts(Evidence... evidence) {
        return new Facts(List.of(evidence), List.of(), Judged.NOTHING, NOW);
    }
}
