package dev.touchstone.assessment.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.touchstone.assessment.adapter.contract.JudgementContent;
import dev.touchstone.assessment.assessmentcase.Part;
import dev.touchstone.assessment.judgement.Mark;
import dev.touchstone.chassis.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "judgement")
@IdClass(JudgementRow.Key.class)
class JudgementRow {

    record Key(UUID caseId, String part) {}

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Id
    @Column(name = "part")
    String part;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "assessor_id")
    UUID assessorId;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "document", columnDefinition = "text")
    String document;

    static JudgementRow of(String tenant, UUID caseId, Mark mark) {
        JudgementRow row = new JudgementRow();
        row.caseId = caseId;
        row.part = mark.part().label();
        row.tenantId = tenant;
        row.assessorId = mark.assessorId();
        row.submittedAt = mark.submittedAt();
        row.document = write(JudgementContent.of(mark.judgement()));
        return row;
    }

    Mark mark() {
        return new Mark(Part.of(part), read(document).judgement(assessorId), submittedAt);
    }

    private static String write(JudgementContent content) {
        try {
            return Json.TOLERANT.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JudgementContent read(String document) {
        try {
            return Json.TOLERANT.readValue(document, JudgementContent.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored judgement does not read", damaged);
        }
    }
}
