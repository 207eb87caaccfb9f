package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.adapter.contract.DecisionData.EvidenceData;
import dev.touchstone.assessment.adapter.contract.PublishedData;
import dev.touchstone.assessment.adapter.postgres.CaseFile;
import dev.touchstone.assessment.adapter.postgres.RetractedPiece;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseState;
import dev.touchstone.assessment.assessmentcase.Claim;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A case, whole.
 *
 * @param achievement the version that the case is judged by
 * @param progress how the criteria stand before judgement
 * @param awaiting who has to judge next; absent unless the case is ready for somebody, or somebody has it
 * @param judgements those that the reader may read; absent where there are none
 * @param retracted pieces that were taken back: an open case does without them, a decision that rests on one is marked
 *     for review; absent where there are none
 * @param decision absent while undecided
 */
public record CaseView(
        UUID caseId,
        String state,
        PersonView earner,
        PublishedData achievement,
        Instant openedAt,
        Instant readyAt,
        ClaimView claim,
        String awaiting,
        List<JudgementView> judgements,
        List<EvidenceData> evidence,
        ProgressView progress,
        List<RetractedPiece> retracted,
        DecisionView decision) {

    /** Who has the case, until when. */
    public record ClaimView(UUID assessorId, Instant claimedAt, Instant until) {

        static ClaimView of(Claim claim) {
            return claim == null ? null : new ClaimView(claim.assessorId(), claim.claimedAt(), claim.until());
        }
    }

    static CaseView of(CaseFile file) {
        AssessmentCase found = file.assessmentCase();
        return new CaseView(
                found.id(),
                state(found),
                PersonView.of(file.earner()),
                PublishedData.of(file.achievement()),
                found.openedAt(),
                found.readyAt(),
                found.isClaimed(Instant.now()) ? ClaimView.of(found.claim()) : null,
                awaiting(found),
                file.marks().all().isEmpty()
                        ? null
                        : file.marks().all().stream().map(JudgementView::of).toList(),
                found.evidence().pieces().stream().map(EvidenceData::of).toList(),
                ProgressView.of(file.findings()),
                file.retracted().isEmpty() ? null : file.retracted(),
                file.decision().map(DecisionView::of).orElse(null));
    }

    static String awaiting(AssessmentCase found) {
        return switch (found.state()) {
            case READY, CLAIMED -> found.judges().next().capacity().label();
            case COLLECTING, DECIDED, SUPERSEDED -> null;
        };
    }

    /** A case whose claim ran out is ready again, whether anybody noticed or not. */
    static String state(AssessmentCase found) {
        boolean ranOut = found.state() == CaseState.CLAIMED && !found.isClaimed(Instant.now());
        return (ranOut ? CaseState.READY : found.state()).label();
    }
}
