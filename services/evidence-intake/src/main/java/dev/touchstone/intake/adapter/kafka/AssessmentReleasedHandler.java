package dev.touchstone.intake.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.intake.adapter.postgres.AssessorClaims;
import dev.touchstone.intake.evidence.AssessorClaim;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** An assessor gave a case back, or decided it: they read its evidence no longer. */
@ApplicationScoped
public class AssessmentReleasedHandler implements EventHandler {

    private final AssessorClaims claims;

    AssessmentReleasedHandler(AssessorClaims claims) {
        this.claims = claims;
    }

    /** What this service needs of the event. */
    record Released(UUID caseId, UUID personId, UUID assessorId, Instant releasedAt, Long sequence) {

        boolean isComplete() {
            return caseId != null && personId != null && assessorId != null && releasedAt != null && sequence != null;
        }
    }

    @Override
    public String type() {
        return "dev.touchstone.assessment.released.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        Released released = event.as(Released.class);
        if (!released.isComplete()) {
            throw new PermanentFailure(FailureCode.SCHEMA_VIOLATION, "AssessmentReleased lacks a field");
        }
        return claims.take(
                event,
                AssessorClaim.released(
                        released.caseId(),
                        released.personId(),
                        released.assessorId(),
                        released.releasedAt(),
                        released.sequence()));
    }
}
