package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.witness.WitnessRequest;
import java.time.Instant;
import java.util.UUID;

/** A request for a witness statement, as whoever asks and whoever is asked see it. */
public record WitnessRequestView(
        UUID requestId,
        UUID evidenceId,
        UUID requesterId,
        UUID witnessId,
        String title,
        String question,
        String state,
        Instant askedAt,
        Instant expiresAt,
        UUID statementId) {

    static WitnessRequestView of(WitnessRequest request) {
        return new WitnessRequestView(
                request.id(),
                request.evidenceId(),
                request.requesterId(),
                request.witnessId(),
                request.title(),
                request.question(),
                request.state().word(),
                request.askedAt(),
                request.expiresAt(),
                request.statementId());
    }
}
