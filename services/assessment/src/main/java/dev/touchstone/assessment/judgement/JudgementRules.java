package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Objection;
import dev.touchstone.assessment.achievement.Rubric;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.achievement.RubricLevel;
import dev.touchstone.assessment.assessmentcase.CaseEvidence;
import dev.touchstone.assessment.judgement.RulesOfEvidence.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a judgement must hold before anything is decided by it. */
public final class JudgementRules {

    private final Definition definition;
    private final CaseEvidence evidence;
    private final List<Objection> objections = new ArrayList<>();

    private JudgementRules(Definition definition, CaseEvidence evidence) {
        this.definition = definition;
        this.evidence = evidence;
    }

    /** Everything that stands against deciding by this judgement; empty when nothing does. */
    public static List<Objection> objections(Judgement judgement, Definition definition, CaseEvidence evidence) {
        JudgementRules rules = new JudgementRules(definition, evidence);
        rules.checkCompleteness(judgement);
        for (int i = 0; i < judgement.criteria().size(); i++) {
            rules.checkCriterion("/criteria/" + i, judgement.criteria().get(i));
        }
        rules.checkRulesOfEvidence(judgement.rules());
        return List.copyOf(rules.objections);
    }

    private void checkCompleteness(Judgement judgement) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < judgement.criteria().size(); i++) {
            if (!seen.add(judgement.criteria().get(i).criterionId())) {
                object("/criteria/" + i + "/criterionId", "This criterion is judged twice.");
            }
        }
        definition.rubricCriteria().stream()
                .filter(criterion -> !seen.contains(criterion.id()))
                .forEach(criterion -> object(
                        "/criteria",
                        "Judge \"" + criterion.name() + "\" (" + criterion.id()
                                + ") too, or say it was not observed."));
    }

    private void checkCriterion(String pointer, CriterionJudgement judged) {
        Optional<RubricCriterion> criterion =
                Optional.ofNullable(definition.rubric()).flatMap(rubric -> criterion(rubric, judged));
        if (criterion.isEmpty()) {
            object(pointer + "/criterionId", "The rubric has no such criterion.");
            return;
        }
        checkCitations(pointer, judged);
        if (judged.observation() instanceof Observation.AtLevel at) {
            Optional<RubricLevel> level = criterion.get().level(at.levelId());
            if (level.isEmpty()) {
                object(pointer + "/levelId", "The criterion has no such level.");
            } else if (level.get().ordinal() < criterion.get().requiredLevel() && isBlank(judged.comment())) {
                object(pointer + "/comment", "It is not met: tell the earner why.");
            }
        }
    }

    private static Optional<RubricCriterion> criterion(Rubric rubric, CriterionJudgement judged) {
        return rubric.criterion(judged.criterionId());
    }

    private void checkCitations(String pointer, CriterionJudgement judged) {
        if (judged.evidenceIds().isEmpty() && judged.observation() instanceof Observation.AtLevel) {
            object(pointer + "/evidenceIds", "Cite the evidence that shows it, or say it was not observed.");
        }
        for (int i = 0; i < judged.evidenceIds().size(); i++) {
            if (!evidence.contains(judged.evidenceIds().get(i))) {
                object(pointer + "/evidenceIds/" + i, "The case holds no such evidence.");
            }
        }
    }

    private void checkRulesOfEvidence(RulesOfEvidence rules) {
        for (Map.Entry<String, Answer> answer : rules.byName().entrySet()) {
            if (!answer.getValue().met() && isBlank(answer.getValue().note())) {
                object("/rulesOfEvidence/" + answer.getKey() + "/note", "It is not met: say why.");
            }
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private void object(String pointer, String detail) {
        objections.add(new Objection(pointer, detail));
    }
}
