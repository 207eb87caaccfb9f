package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.issuance.award.Award;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An award that waits, with what is needed of the event that brought it. */
@Entity
@Table(name = "pending_award")
@IdClass(PendingAwardRow.Key.class)
class PendingAwardRow {

    record Key(String tenant, UUID decisionId) {}

    @Id
    @Column(name = "tenant_id", length = 40)
    String tenant;

    @Id
    @Column(name = "decision_id")
    UUID decisionId;

    @Column(name = "person_id")
    UUID personId;

    @Column(name = "achievement_id", columnDefinition = "text")
    String achievementId;

    @Column(name = "achievement_version")
    int achievementVersion;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(columnDefinition = "text")
    String problem;

    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "correlation_id")
    UUID correlationId;

    @Column(length = 55)
    String traceparent;

    @Column(columnDefinition = "text")
    String facts;

    Award award() {
        return new Award(AchievementRow.facts(facts));
    }

    /** The event as the cause of what follows from it. */
    Event cause() {
        return new Event(
                eventId,
                AwardEvents.PASSED,
                "/services/assessment",
                personId.toString(),
                receivedAt,
                tenant,
                correlationId,
                null,
                traceparent,
                tenant + ":" + personId,
                null);
    }
}
