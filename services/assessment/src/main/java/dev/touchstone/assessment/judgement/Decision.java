package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Findings;
import dev.touchstone.assessment.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The decision of a case: one award, one credential.
 *
 * @param decidedBy those on whose judgement it rests; empty where a rule decided
 * @param marks every judgement handed in, in their order; empty where a rule decided
 * @param results one for each criterion of the rubric
 * @param evidence what it rests on, newest first; on "not yet met", all that was looked at
 * @param findings how each node of the criteria came out
 * @param inputsHash digest over definition, evidence, credentials and judgements; the same inputs have the same digest
 */
public record Decision(
        UUID id,
        UUID caseId,
        UUID personId,
        String achievementId,
        int achievementVersion,
        Basis basis,
        Instant decidedAt,
        List<UUID> decidedBy,
        List<Mark> marks,
        Outcome outcome,
        List<CriterionResult> results,
        List<Evidence> evidence,
        Findings findings,
        String inputsHash) {

    public Decision {
        decidedBy = List.copyOf(decidedBy);
        marks = List.copyOf(marks);
        results = List.copyOf(results);
        evidence = List.copyOf(evidence);
    }
}
