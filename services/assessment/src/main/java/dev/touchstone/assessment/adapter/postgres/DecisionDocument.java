package dev.touchstone.assessment.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.touchstone.assessment.achievement.Findings;
import dev.touchstone.assessment.adapter.contract.DecisionData;
import dev.touchstone.assessment.adapter.contract.TraceData;
import dev.touchstone.assessment.judgement.CriterionResult;
import dev.touchstone.assessment.judgement.Decision;
import dev.touchstone.assessment.judgement.Judgement;
import dev.touchstone.assessment.judgement.RulesOfEvidence;
import dev.touchstone.chassis.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A decision as it is kept: what was published of it, and what stays here.
 *
 * @param comments by rubric criterion
 * @param rulesOfEvidence null where a rule decided
 * @param advice what the assessor suggests to do next; never published, and absent in documents of before that
 * @param trace how the criteria came out
 * @param gates how each level's gate came out, lowest first
 */
public record DecisionDocument(
        DecisionData decision,
        Map<UUID, String> comments,
        RulesOfEvidence rulesOfEvidence,
        List<String> advice,
        TraceData trace,
        List<TraceData> gates) {

    public DecisionDocument {
        advice = advice == null ? List.of() : List.copyOf(advice);
    }

    static DecisionDocument of(Decision decision, Judgement judgement) {
        Map<UUID, String> comments = new HashMap<>();
        for (CriterionResult result : decision.results()) {
            if (result.comment() != null) {
                comments.put(result.criterionId(), result.comment());
            }
        }
        return new DecisionDocument(
                DecisionData.of(decision),
                comments,
                judgement == null ? null : judgement.rules(),
                judgement == null ? List.of() : judgement.nextSteps(),
                TraceData.of(decision.findings().requirements()),
                decision.findings().levels().stream()
                        .map(Findings.OfLevel::gate)
                        .filter(java.util.Objects::nonNull)
                        .map(TraceData::of)
                        .toList());
    }

    /** What would help next, the assessor's advice first; null where it is passed. */
    public List<String> nextSteps() {
        return decision.passed()
                ? null
                : Stream.concat(advice.stream(), decision.nextSteps().stream())
                        .distinct()
                        .toList();
    }

    String write() {
        try {
            return Json.TOLERANT.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static DecisionDocument read(String document) {
        try {
            return Json.TOLERANT.readValue(document, DecisionDocument.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored decision does not read", damaged);
        }
    }
}
