package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.evidence.Activity;
import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.evidence.EvidenceKind;
import dev.touchstone.assessment.evidence.Origin;
import dev.touchstone.assessment.evidence.Result;
import dev.touchstone.assessment.evidence.Trust;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Written by statement, because the same piece may be there already; read here. */
@Entity
@Immutable
@Table(name = "evidence")
class EvidenceRow {

    @Id
    @Column(name = "evidence_id")
    UUID evidenceId;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "person_id")
    UUID personId;

    @Column(name = "kind")
    String kind;

    @Column(name = "activity_id")
    String activityId;

    @Column(name = "alternate_ids")
    String[] alternateIds;

    @Column(name = "activity_name")
    String activityName;

    @Column(name = "action")
    String action;

    @Column(name = "scaled")
    Double scaled;

    @Column(name = "success")
    Boolean success;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "digest")
    String digest;

    @Column(name = "trust")
    String trust;

    @Column(name = "submitted_by")
    UUID submittedBy;

    @Column(name = "claimed_for")
    String claimedFor;

    @Column(name = "tags")
    String[] tags;

    Evidence evidence() {
        return new Evidence(
                evidenceId,
                personId,
                EvidenceKind.of(kind),
                new Activity(activityId, Set.of(alternateIds), activityName),
                action,
                new Result(scaled, success),
                occurredAt,
                new Origin(digest, Trust.of(trust), submittedBy),
                claimedFor,
                Set.of(tags));
    }
}
