package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.Findings;
import dev.touchstone.assessment.assessmentcase.AssessmentCase;
import dev.touchstone.assessment.judgement.Marks;
import dev.touchstone.assessment.person.Person;
import java.util.List;
import java.util.Optional;

/**
 * A case with all there is to show of it.
 *
 * @param earner null where the person's record has not arrived
 * @param findings how the criteria stand now, before judgement
 * @param retracted pieces that the case lost, or that its decision rests on although they were taken back
 * @param marks judgements that the reader may read
 */
public record CaseFile(
        AssessmentCase assessmentCase,
        Achievement achievement,
        Person earner,
        Findings findings,
        List<RetractedPiece> retracted,
        Marks marks,
        Optional<DecisionDocument> decision) {

    CaseFile showing(Marks readable) {
        return new CaseFile(assessmentCase, achievement, earner, findings, retracted, readable, decision);
    }
}
