package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a moderator's judgement must hold besides: it overrules somebody, so it says why wherever the two differ. */
public final class ModerationRules {

    private static final String SAY_WHY = "The two assessors differ here: say why you judge so.";

    private ModerationRules() {}

    /** Everything that stands against deciding by this judgement; empty when nothing does. */
    public static List<Objection> objections(
            Judgement judgement, Judgement first, Judgement second, Definition definition) {
        Agreement agreement = new Agreement(definition, first, second);
        List<Objection> objections = new ArrayList<>();
        Set<UUID> criteria = agreement.differingCriteria();
        for (int i = 0; i < judgement.criteria().size(); i++) {
            CriterionJudgement judged = judgement.criteria().get(i);
            if (criteria.contains(judged.criterionId()) && isBlank(judged.comment())) {
                objections.add(new Objection("/criteria/" + i + "/comment", SAY_WHY));
            }
        }
        for (String rule : agreement.differingRules()) {
            if (isBlank(judgement.rules().byName().get(rule).note())) {
                objections.add(new Objection("/rulesOfEvidence/" + rule + "/note", SAY_WHY));
            }
        }
        return objections;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
