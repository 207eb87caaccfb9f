package dev.touchstone.assessment.assessmentcase;

import static dev.touchstone.assessment.Given.MAYA;
import static dev.touchstone.assessment.Given.NOW;
import static dev.touchstone.assessment.Given.OTTO;
import static dev.touchstone.assessment.Given.evidence;
import static dev.touchstone.assessment.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.assessment.achievement.Stakes;
import dev.touchstone.assessment.evidence.EvidenceKind;
import dev.touchstone.assessment.evidence.Trust;
import dev.touchstone.assessment.person.Person;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConflictOfInterestTest {

    private final AssessmentCase bare = AssessmentCase.open(id(70), MAYA, "safe-releases", 1, NOW);

    @Test
    void nobodyJudgesThemselves() {
        assertThat(ConflictOfInterest.between(person(MAYA, null), person(MAYA, null), bare, Stakes.LOW))
                .contains(ConflictOfInterest.OWN_CASE);
    }

    @Test
    void nobodyJudgesEvidenceTheyAttested() {
        // Given
        AssessmentCase attested = bare.add(
                        evidence(MAYA, 1, EvidenceKind.TESTIMONY, "urn:t", "reviewed", Trust.ATTESTED, OTTO),
                        Set.of(),
                        NOW)
                .assessmentCase();

        // When
        var conflict = ConflictOfInterest.between(person(OTTO, null), person(MAYA, null), attested, Stakes.LOW);

        // Then
        assertThat(conflict).contains(ConflictOfInterest.OWN_EVIDENCE);
        assertThat(ConflictOfInterest.between(person(OTTO, null), person(MAYA, null), bare, Stakes.LOW))
                .isEmpty();
    }

    @Test
    void theDirectLineIsKeptOutWhereTheStakesAreHigh() {
        assertThat(ConflictOfInterest.between(person(OTTO, null), person(MAYA, OTTO), bare, Stakes.HIGH))
                .contains(ConflictOfInterest.REPORTING_LINE);
        assertThat(ConflictOfInterest.between(person(OTTO, MAYA), person(MAYA, null), bare, Stakes.HIGH))
                .contains(ConflictOfInterest.REPORTING_LINE);
        assertThat(ConflictOfInterest.between(person(OTTO, null), person(MAYA, OTTO), bare, Stakes.LOW))
                .isEmpty();
    }

    private static Person person(UUID id, UUID managerId) {
        return new Person(id, "Somebody", "somebody", managerId, "Unit", true);
    }
}
