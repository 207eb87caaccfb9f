package dev.touchstone.assessment.judgement;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The four questions every assessor answers about the evidence as a whole.
 *
 * @param validity it shows the skills described
 * @param sufficiency its quality, quantity and relevance allow a judgement
 * @param authenticity it is the earner's own work
 * @param currency it is of the present or the very recent past, as far as the skill demands
 */
public record RulesOfEvidence(Answer validity, Answer sufficiency, Answer authenticity, Answer currency) {

    /** @param note why; null where met and nothing is to be said */
    public record Answer(boolean met, String note) {

        public static final Answer MET = new Answer(true, null);
    }

    public static final RulesOfEvidence ALL_MET = new RulesOfEvidence(Answer.MET, Answer.MET, Answer.MET, Answer.MET);

    /** The answers by the name of their rule, in the usual order. */
    public Map<String, Answer> byName() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("validity", validity);
        answers.put("sufficiency", sufficiency);
        answers.put("authenticity", authenticity);
        answers.put("currency", currency);
        return answers;
    }

    public boolean allMet() {
        return byName().values().stream().allMatch(Answer::met);
    }
}
