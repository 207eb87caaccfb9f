package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.judgement.Decision;
import dev.touchstone.assessment.judgement.Outcome;
import dev.touchstone.assessment.judgement.PastDecision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "decision")
class DecisionRow {

    @Id
    @Column(name = "decision_id")
    UUID decisionId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "person_id")
    UUID personId;

    @Column(name = "achievement_id")
    String achievementId;

    @Column(name = "achievement_version")
    int achievementVersion;

    @Column(name = "basis")
    String basis;

    @Column(name = "passed")
    boolean passed;

    @Column(name = "level")
    int level;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decided_by")
    UUID decidedBy;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "inputs_hash")
    String inputsHash;

    @Column(name = "document", columnDefinition = "text")
    String document;

    static DecisionRow of(String tenant, Decision decision, String document) {
        DecisionRow row = new DecisionRow();
        row.decisionId = decision.id();
        row.caseId = decision.caseId();
        row.tenantId = tenant;
        row.personId = decision.personId();
        row.achievementId = decision.achievementId();
        row.achievementVersion = decision.achievementVersion();
        row.basis = decision.basis().label();
        row.decidedAt = decision.decidedAt();
        row.decidedBy = decision.decidedBy().stream().findFirst().orElse(null);
        row.inputsHash = decision.inputsHash();
        row.document = document;
        if (decision.outcome() instanceof Outcome.Passed award) {
            row.passed = true;
            row.level = award.ordinal();
            row.validUntil = award.validUntil();
        }
        return row;
    }

    PastDecision past(boolean revoked) {
        return new PastDecision(decisionId, achievementVersion, passed, level, decidedAt, validUntil, revoked);
    }
}
