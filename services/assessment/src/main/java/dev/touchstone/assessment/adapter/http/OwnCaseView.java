package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.adapter.contract.DecisionData;
import dev.touchstone.assessment.adapter.postgres.CaseFile;
import dev.touchstone.assessment.adapter.postgres.DecisionDocument;
import dev.touchstone.assessment.adapter.postgres.RetractedPiece;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One of the caller's own cases: where it stands and what would help.
 *
 * @param keptForLater pieces that came when it was being judged already, and count for the next; absent where none did
 * @param review whether the decision rests on evidence that was taken back since; absent where it does not
 * @param progress absent once decided
 * @param decision absent while undecided
 */
public record OwnCaseView(
        UUID caseId,
        String achievementId,
        int achievementVersion,
        String achievementName,
        String state,
        Instant openedAt,
        Instant readyAt,
        int evidenceCount,
        Integer keptForLater,
        Boolean review,
        ProgressView progress,
        OwnDecision decision) {

    /** What was decided, in short; the case tells the rest. */
    public record OwnDecision(
            String outcome,
            Instant decidedAt,
            DecisionData.LevelData level,
            List<String> reasons,
            List<String> nextSteps) {

        static OwnDecision of(DecisionDocument document) {
            DecisionData decision = document.decision();
            return new OwnDecision(
                    decision.passed() ? "passed" : "not-yet-met",
                    decision.decidedAt(),
                    decision.level(),
                    decision.reasons(),
                    document.nextSteps());
        }
    }

    static OwnCaseView of(CaseFile file) {
        AssessmentCase found = file.assessmentCase();
        return new OwnCaseView(
                found.id(),
                found.achievementId(),
                found.achievementVersion(),
                file.achievement().name(),
                CaseView.state(found),
                found.openedAt(),
                found.readyAt(),
                found.evidence().pieces().size(),
                found.evidence().later().isEmpty()
                        ? null
                        : found.evidence().later().size(),
                file.retracted().stream().anyMatch(RetractedPiece::review) ? true : null,
                file.decision().isPresent() ? null : ProgressView.of(file.findings()),
                file.decision().map(OwnDecision::of).orElse(null));
    }
}
