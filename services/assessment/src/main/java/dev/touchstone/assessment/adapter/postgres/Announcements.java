package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.adapter.contract.ClaimedData;
import dev.touchstone.assessment.adapter.contract.DecisionData;
import dev.touchstone.assessment.adapter.contract.PublishedData;
import dev.touchstone.assessment.adapter.contract.ReleasedData;
import dev.touchstone.assessment.adapter.contract.RetiredData;
import dev.touchstone.assessment.assessmentcase.CaseEvent;
import dev.touchstone.assessment.judgement.Decision;
import dev.touchstone.assessment.judgement.Outcome;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.OutgoingEvent;
import java.util.UUID;

/** Puts what happened here into the events that others read. */
record Announcements(String tenant, Event cause) {

    private static final String ACHIEVEMENTS = "touchstone.achievements";
    private static final String ASSESSMENTS = "touchstone.assessments";

    OutgoingEvent published(Achievement achievement) {
        return new OutgoingEvent(
                ACHIEVEMENTS,
                tenant + ":" + achievement.id() + ":v" + achievement.version(),
                "dev.touchstone.achievement.published.v1",
                achievement.id(),
                achievement.publishedAt(),
                tenant,
                PublishedData.of(achievement),
                cause);
    }

    OutgoingEvent retired(RetiredData retired) {
        return new OutgoingEvent(
                ACHIEVEMENTS,
                tenant + ":" + retired.achievementId() + ":retired",
                "dev.touchstone.achievement.retired.v1",
                retired.achievementId(),
                retired.retiredAt(),
                tenant,
                retired,
                cause);
    }

    OutgoingEvent of(CaseEvent event) {
        if (event instanceof CaseEvent.Claimed claimed) {
            return new OutgoingEvent(
                    ASSESSMENTS,
                    key(claimed.personId()),
                    "dev.touchstone.assessment.claimed.v1",
                    claimed.personId().toString(),
                    claimed.claim().claimedAt(),
                    tenant,
                    ClaimedData.of(claimed),
                    cause);
        }
        CaseEvent.Released released = (CaseEvent.Released) event;
        return new OutgoingEvent(
                ASSESSMENTS,
                key(released.personId()),
                "dev.touchstone.assessment.released.v1",
                released.personId().toString(),
                released.at(),
                tenant,
                ReleasedData.of(released),
                cause);
    }

    OutgoingEvent of(Decision decision) {
        String fact = decision.outcome() instanceof Outcome.Passed ? "passed" : "not-yet-met";
        return new OutgoingEvent(
                ASSESSMENTS,
                key(decision.personId()),
                "dev.touchstone.assessment." + fact + ".v1",
                decision.personId().toString(),
                decision.decidedAt(),
                tenant,
                DecisionData.of(decision),
                cause);
    }

    private String key(UUID personId) {
        return tenant + ":" + personId;
    }
}
