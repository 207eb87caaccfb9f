package dev.touchstone.assessment.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "achievement_retirement")
class AchievementRetirementRow {

    @Id
    @Column(name = "row_id")
    UUID rowId;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "achievement_id")
    String achievementId;

    @Column(name = "retired_at")
    Instant retiredAt;

    @Column(name = "retired_by")
    UUID retiredBy;

    @Column(name = "reason")
    String reason;

    @Column(name = "revision")
    long revision;
}
