package dev.touchstone.assessment.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Definitions as an issuer sends them. */
public final class Definitions {

    public static final UUID COORDINATION = UUID.fromString("01a05c32-5e80-71e6-84ea-6cb06e218736");
    public static final UUID COMMUNICATION = UUID.fromString("01a05c32-5e80-7aa6-ad71-cf6508685f2e");

    private Definitions() {}

    /** Awarded by rule on criteria that are objective. */
    public static ObjectNode byRule(String achievementId, String criteria) {
        return definition(achievementId, criteria, "low", true);
    }

    /** Left to people, without a rubric. */
    public static ObjectNode byPeople(String achievementId, String criteria) {
        return definition(achievementId, criteria, "low", false);
    }

    /** Judged by two criteria of three levels each, in three levels; asks for an artefact. */
    public static ObjectNode judged(String achievementId, String stakes) {
        ObjectNode definition = definition(achievementId, """
                {"op": "allOf", "of": [
                  {"op": "evidence", "kinds": ["artefact", "testimony"], "description": "An account of an incident"},
                  {"op": "rubric", "criterionId": "%s"},
                  {"op": "rubric", "criterionId": "%s"}]}""".formatted(COORDINATION, COMMUNICATION), stakes, false);
        definition.set("rubric", read("""
                {"criteria": [
                  {"criterionId": "%s", "name": "Coordination", "requiredLevel": 2, "levels": [
                    {"ordinal": 1, "name": "Follows"}, {"ordinal": 2, "name": "Leads"}, {"ordinal": 3, "name": "Teaches"}]},
                  {"criterionId": "%s", "name": "Communication", "requiredLevel": 1, "levels": [
                    {"ordinal": 1, "name": "Informs"}, {"ordinal": 2, "name": "Explains"}, {"ordinal": 3, "name": "Convinces"}]}]}""".formatted(COORDINATION, COMMUNICATION)));
        definition.set("levels", read("""
                [{"ordinal": 1, "name": "Working"}, {"ordinal": 2, "name": "Practitioner"}, {"ordinal": 3, "name": "Expert"}]"""));
        return definition;
    }

    /** The same, judged by two. */
    public static ObjectNode doubleMarked(String achievementId, String stakes) {
        return judged(achievementId, stakes).put("marking", "double");
    }

    private static ObjectNode definition(String achievementId, String criteria, String stakes, boolean autoAward) {
        ObjectNode definition = (ObjectNode) read("""
                {"name": "Name", "description": "What a holder has shown", "achievementType": "MicroCredential",
                 "criteriaNarrative": "What has to be shown", "inLanguage": "en",
                 "skills": [{"skillId": "northwind:skill", "name": "A skill"}]}""");
        definition.put("achievementId", achievementId).put("stakes", stakes).put("autoAward", autoAward);
        definition.set("criteria", read(criteria));
        return definition;
    }

    /** One verified piece about an activity. */
    public static String evidence(String activityId) {
        return "{\"op\": \"evidence\", \"activityIds\": [\"" + activityId + "\"], \"minTrust\": \"verified\"}";
    }

    /** So many verified, different merged pieces of work. */
    public static String merged(int n) {
        return "{\"op\": \"evidence\", \"kinds\": [\"work-event\"], \"actions\": [\"merged\"], \"n\": " + n
                + ", \"minTrust\": \"verified\", \"distinctActivities\": true}";
    }

    public static String held(String achievementId) {
        return "{\"op\": \"credentialHeld\", \"achievementId\": \"" + achievementId + "\"}";
    }

    public static String allOf(String... children) {
        return "{\"op\": \"allOf\", \"of\": [" + String.join(",", children) + "]}";
    }

    public static JsonNode read(String json) {
        try {
            return Json.TOLERANT.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
