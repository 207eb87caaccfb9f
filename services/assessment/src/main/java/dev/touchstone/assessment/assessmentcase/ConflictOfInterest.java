package dev.touchstone.assessment.assessmentcase;

import dev.touchstone.assessment.achievement.Stakes;
import dev.touchstone.assessment.assessmentcase.CaseRefusal.Reason;
import dev.touchstone.assessment.person.Person;
import java.util.Optional;

/**
 * What keeps an assessor from judging a case. Nobody judges themselves, and nobody judges evidence that they handed in
 * or attested, or a case twice: two judgements are worth more than one only if they are two people's. A manager may
 * judge their own people where the stakes are low, as is usual for skills shown at work; where they are high, neither
 * of the two may be the other's direct manager.
 */
public enum ConflictOfInterest {
    OWN_CASE("Nobody judges themselves."),
    OWN_EVIDENCE("You handed in or attested evidence of this case, so somebody else has to judge it."),
    JUDGED_BEFORE("You have judged this case already. The next judgement has to be somebody else's."),
    REPORTING_LINE("The stakes are high and you are in this person's direct reporting line.");

    private final String words;

    ConflictOfInterest(String words) {
        this.words = words;
    }

    /** For the assessor to read. */
    public String words() {
        return words;
    }

    public static Optional<ConflictOfInterest> between(
            Person assessor, Person earner, AssessmentCase assessmentCase, Stakes stakes) {
        if (assessor.id().equals(assessmentCase.personId())) {
            return Optional.of(OWN_CASE);
        }
        if (assessmentCase.evidence().pieces().stream().anyMatch(piece -> piece.isSubmittedBy(assessor.id()))) {
            return Optional.of(OWN_EVIDENCE);
        }
        if (assessmentCase.judges().contains(assessor.id())) {
            return Optional.of(JUDGED_BEFORE);
        }
        if (stakes == Stakes.HIGH && assessor.isInDirectLineWith(earner)) {
            return Optional.of(REPORTING_LINE);
        }
        return Optional.empty();
    }

    /** @throws CaseRefusal when there is a conflict */
    public static void refuse(Person assessor, Person earner, AssessmentCase assessmentCase, Stakes stakes) {
        between(assessor, earner, assessmentCase, stakes).ifPresent(conflict -> {
            throw new CaseRefusal(Reason.CONFLICT, conflict.words());
        });
    }
}
