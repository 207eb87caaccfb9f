package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.evidence.Evidence;
import dev.touchstone.assessment.judgement.CriterionResult;
import dev.touchstone.assessment.judgement.Decision;
import dev.touchstone.assessment.judgement.Mark;
import dev.touchstone.assessment.judgement.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The data of AssessmentPassed and of AssessmentNotYetMet. What the one has and the other has not is null there: level,
 * skills, activity and validity belong to an award, next steps to "not yet met". Settlement and judges are null where a
 * rule decided.
 */
public record DecisionData(
        UUID decisionId,
        UUID caseId,
        UUID personId,
        String achievementId,
        int achievementVersion,
        String basis,
        Instant decidedAt,
        List<UUID> decidedBy,
        String settlement,
        List<JudgeData> judgedBy,
        List<String> reasons,
        List<ResultData> results,
        List<EvidenceData> evidence,
        String inputsHash,
        LevelData level,
        List<SkillData> skills,
        Instant activityStart,
        Instant activityEnd,
        Instant validUntil,
        List<String> nextSteps) {

    /** Somebody who judged. */
    public record JudgeData(UUID personId, String part) {

        static JudgeData of(Mark mark) {
            return new JudgeData(mark.assessorId(), mark.part().label());
        }
    }

    /** The level achieved. */
    public record LevelData(UUID levelId, int ordinal, String name) {}

    /** A skill shown, at a level. */
    public record SkillData(String skillId, String name, int ordinal, String levelName) {}

    /** Result on one rubric criterion; comments stay with the person and the assessor. */
    public record ResultData(UUID criterionId, String name, String status, UUID levelId, List<UUID> evidenceIds) {

        static ResultData of(CriterionResult result) {
            return new ResultData(
                    result.criterionId(),
                    result.name(),
                    result.status().label(),
                    result.levelId(),
                    result.evidenceIds());
        }
    }

    /** Evidence that the decision rests on, without its content. */
    public record EvidenceData(
            UUID evidenceId, String kind, String name, String digest, Instant occurredAt, String trust, Double scaled) {

        public static EvidenceData of(Evidence piece) {
            return new EvidenceData(
                    piece.id(),
                    piece.kind().label(),
                    piece.name().orElse(null),
                    piece.origin().digest(),
                    piece.occurredAt(),
                    piece.trust().label(),
                    piece.result().scaled());
        }
    }

    public static DecisionData of(Decision decision) {
        Outcome outcome = decision.outcome();
        Outcome.Passed passed = outcome instanceof Outcome.Passed award ? award : null;
        Outcome.NotYetMet notYetMet = outcome instanceof Outcome.NotYetMet not ? not : null;
        return new DecisionData(
                decision.id(),
                decision.caseId(),
                decision.personId(),
                decision.achievementId(),
                decision.achievementVersion(),
                decision.basis().label(),
                decision.decidedAt(),
                decision.decidedBy(),
                decision.basis().settlement(),
                decision.marks().isEmpty()
                        ? null
                        : decision.marks().stream().map(JudgeData::of).toList(),
                outcome.reasons(),
                decision.results().stream().map(ResultData::of).toList(),
                decision.evidence().stream().map(EvidenceData::of).toList(),
                decision.inputsHash(),
                passed == null ? null : level(passed),
                passed == null ? null : skills(passed),
                passed == null ? null : activity(decision, Comparator.reverseOrder()),
                passed == null ? null : activity(decision, Comparator.naturalOrder()),
                passed == null ? null : passed.validUntil(),
                notYetMet == null ? null : notYetMet.nextSteps());
    }

    public boolean passed() {
        return nextSteps == null;
    }

    private static LevelData level(Outcome.Passed passed) {
        return passed.level() == null
                ? null
                : new LevelData(
                        passed.level().id(),
                        passed.level().ordinal(),
                        passed.level().name());
    }

    private static List<SkillData> skills(Outcome.Passed passed) {
        return passed.skills().stream()
                .map(skill -> new SkillData(skill.skillId(), skill.name(), skill.ordinal(), skill.levelName()))
                .toList();
    }

    private static Instant activity(Decision decision, Comparator<Instant> order) {
        return decision.evidence().stream().map(Evidence::occurredAt).max(order).orElse(null);
    }
}
