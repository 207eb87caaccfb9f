package dev.touchstone.assessment.assessmentcase;

import dev.touchstone.assessment.assessmentcase.CaseRefusal.Reason;
import dev.touchstone.assessment.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One person's way to one achievement, in the version in force when the case was opened; it keeps that version. Immutable:
 * whatever happens to it makes a new one.
 *
 * @param readyAt since when nothing but judgement is missing; null while evidence is
 * @param claim null where nobody has it
 * @param sequence grows with each claim and release
 * @param judges who judged it without deciding it; none of them judges it again
 */
public record AssessmentCase(
        UUID id,
        UUID personId,
        String achievementId,
        int achievementVersion,
        CaseState state,
        Instant openedAt,
        Instant readyAt,
        Claim claim,
        int sequence,
        Judges judges,
        CaseEvidence evidence) {

    public static AssessmentCase open(
            UUID id, UUID personId, String achievementId, int achievementVersion, Instant at) {
        return new AssessmentCase(
                id,
                personId,
                achievementId,
                achievementVersion,
                CaseState.COLLECTING,
                at,
                null,
                null,
                0,
                Judges.NONE,
                CaseEvidence.NONE);
    }

    /** The same case holding this evidence. A second time changes nothing. */
    public AssessmentCase holding(CaseEvidence held) {
        return new AssessmentCase(
                id,
                personId,
                achievementId,
                achievementVersion,
                state,
                openedAt,
                readyAt,
                claim,
                sequence,
                judges,
                held);
    }

    /**
     * Takes in a piece of evidence; a second time changes nothing. An assessor at work on the case is told of it. Once
     * somebody has judged, the piece is kept for later: whoever judges after them judges the same evidence.
     *
     * @param relied pieces that must stay
     */
    public Transition add(Evidence piece, Set<UUID> relied, Instant at) {
        if (!judges.isEmpty()) {
            return Transition.quiet(holding(evidence.keepingForLater(piece.id())));
        }
        CaseEvidence extended = evidence.with(piece, relied);
        if (extended.equals(evidence)) {
            return Transition.quiet(this);
        }
        AssessmentCase holding = holding(extended);
        return isClaimed(at) ? holding.held(claim) : Transition.quiet(holding);
    }

    /**
     * A piece was taken back: the case does without it, even where somebody has judged it. An assessor at work on the
     * case is told of it.
     */
    public Transition lose(UUID evidenceId, Instant at) {
        CaseEvidence rest = evidence.without(evidenceId);
        if (rest.equals(evidence)) {
            return Transition.quiet(this);
        }
        AssessmentCase holding = holding(rest);
        return isClaimed(at) ? holding.held(claim) : Transition.quiet(holding);
    }

    /** Puts a case that nobody has begun to judge among the ready ones, or back to those still collecting. */
    public AssessmentCase ready(boolean isReady, Instant at) {
        if (isBeingJudged() || !state.isOpen()) {
            return this;
        }
        Instant since = isReady ? (readyAt == null ? at : readyAt) : null;
        return in(isReady ? CaseState.READY : CaseState.COLLECTING, since, claim);
    }

    /** Somebody has it, or has judged it: it is in people's hands until it is decided. */
    public boolean isBeingJudged() {
        return state.isOpen() && (state == CaseState.CLAIMED || !judges.isEmpty());
    }

    /**
     * Refuses whoever has not the capacity that the next judgement needs.
     *
     * @throws CaseRefusal saying who has to judge
     */
    public void requireCapacity(Set<Capacity> capacities) {
        if (state.isOpen() && !capacities.contains(judges.next().capacity())) {
            throw new CaseRefusal(
                    Reason.NOT_ENTITLED,
                    switch (judges.next()) {
                        case FIRST, SECOND ->
                            "This case waits for an assessor. Moderators judge where two assessors do not agree.";
                        case MODERATOR ->
                            "Two assessors do not agree on this case, so a moderator has to judge it. Take another one.";
                    });
        }
    }

    public boolean isClaimed(Instant at) {
        return state == CaseState.CLAIMED && claim.isLive(at);
    }

    public boolean isClaimedBy(UUID assessorId, Instant at) {
        return isClaimed(at) && claim.assessorId().equals(assessorId);
    }

    /**
     * The assessor takes the case, or keeps it for another {@link Claim#LEASE}.
     *
     * @throws CaseRefusal when it is not ready, closed, or another assessor has it
     */
    public Transition claim(UUID assessorId, Instant at) {
        switch (state) {
            case COLLECTING ->
                throw new CaseRefusal(
                        Reason.NOT_READY, "Evidence is still missing. The case comes to the queue once it is there.");
            case DECIDED, SUPERSEDED -> throw closed();
            case READY, CLAIMED -> {}
        }
        if (isClaimed(at) && !claim.assessorId().equals(assessorId)) {
            throw new CaseRefusal(
                    Reason.TAKEN, "Another assessor has this case until " + claim.until() + ". Take another one.");
        }
        Claim taken = new Claim(assessorId, at, at.plus(Claim.LEASE));
        if (state == CaseState.CLAIMED && !claim.assessorId().equals(assessorId)) {
            CaseEvent.Released expired = new CaseEvent.Released(id, personId, claim.assessorId(), at, sequence + 1);
            Transition transition = next(sequence + 1).held(taken);
            return new Transition(
                    transition.assessmentCase(),
                    List.of(expired, transition.events().get(0)));
        }
        return held(taken);
    }

    private Transition held(Claim holding) {
        AssessmentCase claimed = in(CaseState.CLAIMED, readyAt, holding).next(sequence + 1);
        return new Transition(
                claimed, List.of(new CaseEvent.Claimed(id, personId, holding, evidence.ids(), claimed.sequence)));
    }

    /**
     * The assessor gives the case back.
     *
     * @throws CaseRefusal when it is not theirs any more
     */
    public Transition release(UUID assessorId, Instant at) {
        requireClaim(assessorId, at);
        AssessmentCase released = in(CaseState.READY, readyAt, null).next(sequence + 1);
        return new Transition(released, List.of(released.releasedBy(assessorId, at)));
    }

    /**
     * Refuses unless the assessor has the case.
     *
     * @throws CaseRefusal saying what to do
     */
    public void requireClaim(UUID assessorId, Instant at) {
        if (!state.isOpen()) {
            throw closed();
        }
        if (isClaimed(at) && !claim.assessorId().equals(assessorId)) {
            throw new CaseRefusal(
                    Reason.STALE_CLAIM,
                    "Another assessor has this case now. Your judgement was not recorded; take another case.");
        }
        if (!isClaimedBy(assessorId, at)) {
            throw new CaseRefusal(
                    Reason.STALE_CLAIM,
                    "You do not have this case, or your claim ran out. Claim it (again), then repeat.");
        }
    }

    /**
     * A judgement is in that decides nothing yet: the case is free for somebody else.
     *
     * @throws CaseRefusal when the assessor has not the case
     */
    public Transition judged(UUID assessorId, Instant at) {
        requireClaim(assessorId, at);
        AssessmentCase waiting = in(CaseState.READY, readyAt, null).judgedBy(assessorId);
        return new Transition(waiting, List.of(waiting.releasedBy(assessorId, at)));
    }

    /**
     * An assessor turned out to be somebody else: what they have and have judged is that person's. It is given back where
     * that person could not have taken it: for their own case, their own evidence, or one that they have judged.
     */
    public Transition handedOver(UUID from, UUID to, Instant at) {
        if (!state.isOpen()) {
            return Transition.quiet(this);
        }
        AssessmentCase named = copy(state, readyAt, claim, sequence, judges.renamed(from, to));
        boolean theirs = state == CaseState.CLAIMED && claim.assessorId().equals(from);
        if (!theirs && (state != CaseState.CLAIMED || !claim.assessorId().equals(to))) {
            return Transition.quiet(named);
        }
        boolean barred = personId.equals(to)
                || named.judges.contains(to)
                || evidence.pieces().stream().anyMatch(piece -> piece.isSubmittedBy(to));
        if (barred) {
            AssessmentCase free = named.in(CaseState.READY, readyAt, null).next(sequence + 1);
            return new Transition(free, List.of(free.releasedBy(claim.assessorId(), at)));
        }
        return theirs ? named.held(new Claim(to, claim.claimedAt(), claim.until())) : Transition.quiet(named);
    }

    /** Closes the case with a decision; an assessor who had it is released. */
    public Transition decided(Instant at) {
        if (!state.isOpen()) {
            throw closed();
        }
        if (state != CaseState.CLAIMED) {
            return Transition.quiet(in(CaseState.DECIDED, readyAt, null));
        }
        AssessmentCase decided = in(CaseState.DECIDED, readyAt, null).next(sequence + 1);
        return new Transition(decided, List.of(decided.releasedBy(claim.assessorId(), at)));
    }

    /** Closes a case that still collects, because a new version came into force. */
    public AssessmentCase superseded() {
        if (state != CaseState.COLLECTING) {
            throw new IllegalStateException("only a collecting case is superseded, not one that is " + state.label());
        }
        return in(CaseState.SUPERSEDED, null, null);
    }

    private CaseEvent.Released releasedBy(UUID assessorId, Instant at) {
        return new CaseEvent.Released(id, personId, assessorId, at, sequence);
    }

    private CaseRefusal closed() {
        return new CaseRefusal(
                Reason.CLOSED, "This case is closed. Look at its decision; a new case would be another one.");
    }

    private AssessmentCase in(CaseState newState, Instant newReadyAt, Claim newClaim) {
        return copy(newState, newReadyAt, newClaim, sequence, judges);
    }

    private AssessmentCase next(int newSequence) {
        return copy(state, readyAt, claim, newSequence, judges);
    }

    private AssessmentCase judgedBy(UUID assessorId) {
        return copy(state, readyAt, claim, sequence + 1, judges.with(assessorId));
    }

    private AssessmentCase copy(
            CaseState newState, Instant newReadyAt, Claim newClaim, int newSequence, Judges newJudges) {
        return new AssessmentCase(
                id,
                personId,
                achievementId,
                achievementVersion,
                newState,
                openedAt,
                newReadyAt,
                newClaim,
                newSequence,
                newJudges,
                evidence);
    }
}
