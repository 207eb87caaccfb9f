package dev.touchstone.assessment.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "case_evidence")
@IdClass(CaseEvidenceRow.Key.class)
class CaseEvidenceRow {

    record Key(UUID caseId, UUID evidenceId) {}

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Id
    @Column(name = "evidence_id")
    UUID evidenceId;

    @Column(name = "tenant_id")
    String tenantId;

    /** Came when the case was being judged on what it had: no part of it. */
    @Column(name = "later")
    boolean later;

    static CaseEvidenceRow of(String tenant, UUID caseId, UUID evidenceId, boolean later) {
        CaseEvidenceRow row = new CaseEvidenceRow();
        row.caseId = caseId;
        row.evidenceId = evidenceId;
        row.tenantId = tenant;
        row.later = later;
        return row;
    }
}
