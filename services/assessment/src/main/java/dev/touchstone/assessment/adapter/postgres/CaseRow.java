package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Stakes;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.assessmentcase.CaseEvidence;
import dev.touchstone.assessment.assessmentcase.CaseState;
import dev.touchstone.assessment.assessmentcase.Claim;
import dev.touchstone.assessment.assessmentcase.Judges;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

@Entity
@Table(name = "assessment_case")
class CaseRow {

    @Id
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

    /** The achievement's, kept here for the queue. */
    @Column(name = "stakes")
    String stakes;

    @Column(name = "state")
    String state;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "ready_at")
    Instant readyAt;

    @Column(name = "assessor_id")
    UUID assessorId;

    @Column(name = "claimed_at")
    Instant claimedAt;

    @Column(name = "claimed_until")
    Instant claimedUntil;

    @Column(name = "sequence")
    int sequence;

    @Column(name = "first_judge")
    UUID firstJudge;

    @Column(name = "second_judge")
    UUID secondJudge;

    static CaseRow of(String tenant, AssessmentCase assessmentCase, Stakes stakes) {
        CaseRow row = new CaseRow();
        row.caseId = assessmentCase.id();
        row.tenantId = tenant;
        row.personId = assessmentCase.personId();
        row.achievementId = assessmentCase.achievementId();
        row.achievementVersion = assessmentCase.achievementVersion();
        row.stakes = stakes.label();
        row.openedAt = assessmentCase.openedAt();
        row.take(assessmentCase);
        return row;
    }

    /** Takes over what may change about a case. */
    void take(AssessmentCase assessmentCase) {
        Claim claim = assessmentCase.claim();
        state = assessmentCase.state().label();
        readyAt = assessmentCase.readyAt();
        assessorId = claim == null ? null : claim.assessorId();
        claimedAt = claim == null ? null : claim.claimedAt();
        claimedUntil = claim == null ? null : claim.until();
        sequence = assessmentCase.sequence();
        List<UUID> judges = assessmentCase.judges().ids();
        firstJudge = judges.isEmpty() ? null : judges.get(0);
        secondJudge = judges.size() < 2 ? null : judges.get(1);
    }

    Judges judges() {
        return new Judges(
                Stream.of(firstJudge, secondJudge).filter(Objects::nonNull).toList());
    }

    AssessmentCase assessmentCase(CaseEvidence evidence) {
        return new AssessmentCase(
                caseId,
                personId,
                achievementId,
                achievementVersion,
                CaseState.of(state),
                openedAt,
                readyAt,
                assessorId == null ? null : new Claim(assessorId, claimedAt, claimedUntil),
                sequence,
                judges(),
                evidence);
    }
}
