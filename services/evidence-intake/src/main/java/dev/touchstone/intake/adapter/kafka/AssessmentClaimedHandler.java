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
import java.util.Set;
import java.util.UUID;

/** An assessor took a case: until then they may read its evidence. */
@ApplicationScoped
public class AssessmentClaimedHandler implements EventHandler {

    private final AssessorClaims claims;

    AssessmentClaimedHandler(AssessorClaims claims) {
        this.claims = claims;
    }

    /** What this service needs of the event. */
    record Claimed(UUID caseId, UUID personId, UUID assessorId, Set<UUID> evidenceIds, Instant until, Long sequence) {

        boolean isComplete() {
            return caseId != null
                    && personId != null
                    && assessorId != null
                    && evidenceIds != null
                    && until != null
                    && sequence != null;
        }
    }

    @Override
    public String type() {
        return "dev.touchstone.assessment.claimed.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        Claimed claimed = event.as(Claimed.class);
        if (!claimed.isComplete()) {
            throw new PermanentFailure(FailureCode.SCHEMA_VIOLATION, "AssessmentClaimed lacks a field");
        }
        return claims.take(
                event,
                new AssessorClaim(
                        claimed.caseId(),
                        claimed.personId(),
                        claimed.assessorId(),
                        claimed.evidenceIds(),
                        claimed.until(),
                        claimed.sequence()));
    }
}
