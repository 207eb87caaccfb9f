package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.achievement.Objection;
import dev.touchstone.assessment.judgement.CriterionJudgement;
import dev.touchstone.assessment.judgement.Judgement;
import dev.touchstone.assessment.judgement.Observation;
import dev.touchstone.assessment.judgement.RulesOfEvidence;
import dev.touchstone.chassis.json.RequestSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A judgement as an assessor sends it, and as it is kept. */
@RequestSchema("NewJudgement")
public record JudgementContent(
        List<CriterionContent> criteria, RulesOfEvidence rulesOfEvidence, List<String> nextSteps) {

    /** Either a level, or that the criterion was not observed. */
    public record CriterionContent(
            UUID criterionId, UUID levelId, Boolean notObserved, List<UUID> evidenceIds, String comment) {

        private boolean isUnseen() {
            return Boolean.TRUE.equals(notObserved);
        }

        private static CriterionContent of(CriterionJudgement judged) {
            boolean isUnseen = judged.observation() instanceof Observation.NotObserved;
            return new CriterionContent(
                    judged.criterionId(),
                    judged.observation() instanceof Observation.AtLevel at ? at.levelId() : null,
                    isUnseen ? true : null,
                    judged.evidenceIds(),
                    judged.comment());
        }

        private CriterionJudgement judgement() {
            return new CriterionJudgement(
                    criterionId,
                    isUnseen() ? new Observation.NotObserved() : new Observation.AtLevel(levelId),
                    evidenceIds == null ? List.of() : evidenceIds,
                    comment);
        }
    }

    public static JudgementContent of(Judgement judgement) {
        return new JudgementContent(
                judgement.criteria().stream().map(CriterionContent::of).toList(),
                judgement.rules(),
                judgement.nextSteps());
    }

    /** @throws Malformed when it cannot be told what was judged */
    public Judgement judgement(UUID assessorId) {
        List<CriterionContent> judged = criteria == null ? List.of() : criteria;
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            if (judged.get(i).isUnseen() == (judged.get(i).levelId() != null)) {
                objections.add(new Objection(
                        "/criteria/" + i + "/levelId",
                        "Give a level, or say that it was not observed: one of the two."));
            }
        }
        if (!objections.isEmpty()) {
            throw new Malformed(objections);
        }
        return new Judgement(
                assessorId,
                judged.stream().map(CriterionContent::judgement).toList(),
                rulesOfEvidence,
                nextSteps == null ? List.of() : nextSteps);
    }
}
