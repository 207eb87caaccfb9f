package dev.touchstone.assessment.adapter.http;

import dev.touchstone.assessment.adapter.postgres.ReadQueue.Waiting;
import java.time.Instant;
import java.util.UUID;

/** A case in a list for those who judge. Nothing in it tells an assessor whether somebody judged it before. */
public record WaitingView(
        UUID caseId,
        String achievementId,
        int achievementVersion,
        String achievementName,
        String stakes,
        String awaiting,
        PersonView earner,
        Instant readyAt,
        Instant claimedUntil,
        long evidenceCount) {

    static WaitingView of(Waiting waiting) {
        return new WaitingView(
                waiting.caseId(),
                waiting.achievement().id(),
                waiting.achievement().version(),
                waiting.achievement().name(),
                waiting.achievement().stakes().label(),
                waiting.part().capacity().label(),
                PersonView.of(waiting.earner()),
                waiting.readyAt(),
                waiting.claimedUntil(),
                waiting.pieces());
    }

    /** A claim that ran out is none: the case is free. */
    static WaitingView free(Waiting waiting) {
        WaitingView view = of(waiting);
        return new WaitingView(
                view.caseId,
                view.achievementId,
                view.achievementVersion,
                view.achievementName,
                view.stakes,
                view.awaiting,
                view.earner,
                view.readyAt,
                null,
                view.evidenceCount);
    }
}
