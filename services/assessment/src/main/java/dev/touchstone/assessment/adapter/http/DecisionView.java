package dev.touchstone.assessment.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.touchstone.assessment.adapter.contract.DecisionData;
import dev.touchstone.assessment.adapter.contract.TraceData;
import dev.touchstone.assessment.adapter.postgres.DecisionDocument;
import dev.touchstone.assessment.judgement.RulesOfEvidence;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A decision with its reasons, for those who may read the case.
 *
 * @param outcome {@code passed} or {@code not-yet-met}
 * @param comments of the assessor, by rubric criterion
 * @param advice of the assessor, what to do next
 */
public record DecisionView(
        String outcome,
        @JsonUnwrapped DecisionData decision,
        Map<UUID, String> comments,
        List<String> advice,
        RulesOfEvidence rulesOfEvidence,
        TraceData trace,
        List<TraceData> gates) {

    static DecisionView of(DecisionDocument document) {
        return new DecisionView(
                document.decision().passed() ? "passed" : "not-yet-met",
                document.decision(),
                document.comments(),
                document.advice(),
                document.rulesOfEvidence(),
                document.trace(),
                document.gates());
    }
}
