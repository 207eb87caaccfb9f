package dev.touchstone.issuance.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.testkit.EventSamples;
import dev.touchstone.testkit.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** An organisation that no other test touches, and what the other services tell about it. */
public record Organisation(String tenant) {

    public static final String PEOPLE = "touchstone.people";
    public static final String ACHIEVEMENTS = "touchstone.achievements";
    public static final String ASSESSMENTS = "touchstone.assessments";
    public static final String CREDENTIALS = "touchstone.credentials";

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Organisation fresh() {
        return new Organisation("org-" + UUID.randomUUID().toString().substring(0, 12));
    }

    /** A person with an e-mail address; the login is the person's id. */
    public Event person(UUID personId) {
        return person(personId, 1, "person-" + personId + "@" + tenant + ".example");
    }

    public Event person(UUID personId, int version, String email) {
        return person(personId, version, email, personId.toString());
    }

    public Event person(UUID personId, int version, String email, String login) {
        ObjectNode data = JSON.createObjectNode()
                .put("personId", personId.toString())
                .put("version", version)
                .put("active", true)
                .put("displayName", "Ida Lindqvist")
                .put("email", email)
                .put("login", login)
                .put("changedAt", "2026-11-02T07:15:42.118Z");
        return event("dev.touchstone.person.changed.v1", tenant + ":" + personId, data);
    }

    public Event merged(UUID merged, UUID into, int version) {
        ObjectNode data = JSON.createObjectNode()
                .put("personId", merged.toString())
                .put("mergedInto", into.toString())
                .put("version", version)
                .put("mergedAt", "2026-11-27T10:00:00Z");
        return event("dev.touchstone.person.merged.v1", tenant + ":" + merged, data);
    }

    /** The full sample of the contracts: rubric, levels, alignments, everything. */
    public Event achievement() {
        return achievement(data -> {});
    }

    public Event achievement(Consumer<ObjectNode> change) {
        ObjectNode data = sample("achievements/AchievementPublished");
        change.accept(data);
        return event(
                "dev.touchstone.achievement.published.v1",
                tenant + ":" + data.get("achievementId").asText() + ":v" + data.get("version"),
                data);
    }

    /** An award of that achievement, by people. */
    public Event award(UUID personId, UUID decisionId) {
        return award(personId, decisionId, data -> {});
    }

    public Event award(UUID personId, UUID decisionId, Consumer<ObjectNode> change) {
        ObjectNode data = sample("assessments/AssessmentPassed");
        data.put("personId", personId.toString()).put("decisionId", decisionId.toString());
        change.accept(data);
        return event("dev.touchstone.assessment.passed.v1", tenant + ":" + personId, data);
    }

    /** Person, achievement and award, in their natural order; answers with the issued event. */
    public Event issue(UUID personId) {
        UUID decisionId = UUID.randomUUID();
        Topics.publish(PEOPLE, person(personId));
        Topics.publish(ACHIEVEMENTS, achievement());
        Topics.publish(ASSESSMENTS, award(personId, decisionId));
        return issued(decisionId);
    }

    public Event issued(UUID decisionId) {
        return Topics.await(CREDENTIALS, event -> isIssued(event, decisionId));
    }

    public static List<Event> allIssued(UUID decisionId) {
        return Topics.all(CREDENTIALS).stream()
                .filter(event -> isIssued(event, decisionId))
                .toList();
    }

    public static boolean isIssued(Event event, UUID decisionId) {
        return event.type().equals("dev.touchstone.credential.issued.v1")
                && event.data().path("decisionId").asText().equals(decisionId.toString());
    }

    public Event event(String type, String key, JsonNode data) {
        return new Event(
                Uuid7.next(), type, "/services/test", key, Instant.now(), tenant, Uuid7.next(), null, null, key, data);
    }

    private static ObjectNode sample(String event) {
        return EventSamples.valid(event).stream()
                .filter(sample -> sample.name().equals("full.json"))
                .findFirst()
                .orElseThrow()
                .data()
                .deepCopy();
    }
}
