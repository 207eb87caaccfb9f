package dev.touchstone.assessment.support;

import static dev.touchstone.assessment.support.Definitions.COMMUNICATION;
import static dev.touchstone.assessment.support.Definitions.COORDINATION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.util.UUID;

/** Judgements of {@link Definitions#judged}, as an assessor sends them. */
public final class Judgements {

    private static final String ALL_MET = """
            {"validity": {"met": true}, "sufficiency": {"met": true}, "authenticity": {"met": true},
             "currency": {"met": true}}""";

    private Judgements() {}

    /** All rules of evidence met, no rubric. */
    public static ObjectNode confirmed() {
        return (ObjectNode) Definitions.read("{\"rulesOfEvidence\": " + ALL_MET + "}");
    }

    /** Judged at these ordinals, citing all evidence of the case; a comment where it falls short. */
    public static ObjectNode at(JsonPath file, int coordination, int communication) {
        ObjectNode judgement = confirmed();
        judgement
                .putArray("criteria")
                .add(criterion(file, COORDINATION, coordination, 2))
                .add(criterion(file, COMMUNICATION, communication, 1));
        return judgement;
    }

    private static ObjectNode criterion(JsonPath file, UUID criterionId, int ordinal, int required) {
        ObjectNode judged = (ObjectNode) Definitions.read("{}");
        judged.put("criterionId", criterionId.toString());
        judged.put(
                "levelId",
                file.getString("achievement.rubric.criteria.find { it.criterionId == '" + criterionId
                        + "' }.levels.find { it.ordinal == " + ordinal + " }.levelId"));
        file.getList("evidence.evidenceId", String.class).forEach(judged.withArray("evidenceIds")::add);
        if (ordinal < required) {
            judged.put("comment", "No rollback was prepared.");
        }
        return judged;
    }
}
