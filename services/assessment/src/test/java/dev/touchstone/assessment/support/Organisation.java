package dev.touchstone.assessment.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Tokens;
import dev.touchstone.testkit.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An organisation of its own for a test, as other services tell of it. Every event here follows its schema. */
public final class Organisation {

    public static final String PEOPLE = "touchstone.people";
    public static final String EVIDENCE = "touchstone.evidence";
    public static final String CREDENTIALS = "touchstone.credentials";
    public static final String ASSESSMENTS = "touchstone.assessments";
    public static final String ACHIEVEMENTS = "touchstone.achievements";

    private static final String PASSED = "dev.touchstone.assessment.passed.v1";

    private final String tenant;

    public Organisation(String name) {
        this.tenant = name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public String tenant() {
        return tenant;
    }

    public String token(String login, String... roles) {
        return Tokens.bearer(tenant, login, roles);
    }

    public String admin() {
        return token("admin", "issuer-admin");
    }

    public String assessor(String login) {
        return token(login, "employee", "assessor");
    }

    /** Tells of a person who signs in by their name; answers with their id. */
    public UUID person(String login) {
        return person(login, null);
    }

    public UUID person(String login, UUID managerId) {
        UUID personId = Uuid7.next();
        Topics.publish(PEOPLE, personChanged(personId, 1, login, managerId));
        return personId;
    }

    public Event personChanged(UUID personId, int version, String login, UUID managerId) {
        ObjectNode data = Json.TOLERANT
                .createObjectNode()
                .put("personId", personId.toString())
                .put("version", version)
                .put("active", true)
                .put("displayName", "Name of " + login)
                .put("login", login)
                .put("changedAt", Instant.now().toString());
        data.putObject("unit").put("unitId", "yard").put("name", "Yard");
        if (managerId != null) {
            data.put("managerId", managerId.toString());
        }
        return event("dev.touchstone.person.changed.v1", personId, data);
    }

    /** That somebody was found to be somebody else. */
    public Event merged(UUID merged, UUID into, int version) {
        return event(
                "dev.touchstone.person.merged.v1",
                merged,
                Json.TOLERANT
                        .createObjectNode()
                        .put("personId", merged.toString())
                        .put("mergedInto", into.toString())
                        .put("version", version)
                        .put("mergedAt", "2026-11-27T10:00:00Z"));
    }

    /** A piece of evidence by a connected system. */
    public Event verified(UUID personId, String kind, String action, String activityId) {
        return event(
                "dev.touchstone.evidence.submitted.v1", personId, verifiedData(personId, kind, action, activityId));
    }

    public ObjectNode verifiedData(UUID personId, String kind, String action, String activityId) {
        ObjectNode data = evidence(personId, kind, action, activityId, "verified");
        data.putObject("provenance").put("channel", "webhook").put("auth", "hmac");
        return data;
    }

    /** A verified score. */
    public Event scored(UUID personId, String activityId, double scaled) {
        ObjectNode data = verifiedData(personId, "score", "scored", activityId);
        data.putObject("result").put("scaled", scaled);
        return event("dev.touchstone.evidence.submitted.v1", personId, data);
    }

    /** A piece that a person hands in for an achievement. */
    public Event claimed(UUID personId, String kind, String achievementId) {
        return submitted(personId, kind, "declared", personId, achievementId);
    }

    /** A piece that somebody hands in or attests; for an achievement where one is given. */
    public Event submitted(UUID personId, String kind, String trust, UUID submittedBy, String achievementId) {
        ObjectNode data = evidence(personId, kind, "claimed", "urn:uuid:" + UUID.randomUUID(), trust);
        data.putObject("provenance")
                .put("channel", "first-party")
                .put("auth", "oidc")
                .put("submittedBy", submittedBy.toString());
        if (achievementId != null) {
            data.putObject("claim").put("achievementId", achievementId);
        }
        return event("dev.touchstone.evidence.submitted.v1", personId, data);
    }

    private static ObjectNode evidence(UUID personId, String kind, String action, String activityId, String trust) {
        ObjectNode data = Json.TOLERANT
                .createObjectNode()
                .put("evidenceId", Uuid7.next().toString())
                .put("personId", personId.toString())
                .put("kind", kind)
                .put("action", action)
                .put("occurredAt", Instant.now().minusSeconds(60).toString())
                .put("receivedAt", Instant.now().toString())
                .put("digest", "sha256:" + "%064x".formatted(activityId.hashCode()))
                .put("trust", trust);
        data.putObject("activity").put("id", activityId).put("name", "Activity " + activityId);
        return data;
    }

    /** That a piece was taken back. */
    public Event retracted(UUID personId, Event submitted) {
        ObjectNode data = Json.TOLERANT
                .createObjectNode()
                .put("evidenceId", submitted.data().path("evidenceId").asText())
                .put("personId", personId.toString())
                .put("reason", "withdrawn")
                .put("retractedAt", Instant.now().toString())
                .put("retractedBy", personId.toString());
        return event("dev.touchstone.evidence.retracted.v1", personId, data);
    }

    public Event issued(UUID credentialId, UUID decisionId, UUID personId, String achievementId) {
        ObjectNode data = Json.TOLERANT
                .createObjectNode()
                .put("credentialId", credentialId.toString())
                .put("version", 1)
                .put("decisionId", decisionId.toString())
                .put("personId", personId.toString())
                .put("achievementId", achievementId)
                .put("achievementVersion", 1)
                .put("achievementName", achievementId)
                .put("basis", "rule")
                .put("evidenceCount", 1)
                .put("awardedDate", Instant.now().toString())
                .put("validFrom", Instant.now().toString())
                .put("url", "https://credentials.example/" + credentialId)
                .put("issuedAt", Instant.now().toString());
        data.putArray("skills");
        return event("dev.touchstone.credential.issued.v1", personId, data);
    }

    public Event revoked(UUID credentialId, UUID personId, String achievementId) {
        ObjectNode data = Json.TOLERANT
                .createObjectNode()
                .put("credentialId", credentialId.toString())
                .put("version", 2)
                .put("personId", personId.toString())
                .put("achievementId", achievementId)
                .put("revokedAt", Instant.now().toString())
                .put("reasonCode", "issued-in-error");
        return event("dev.touchstone.credential.revoked.v1", personId, data);
    }

    public Event event(String type, UUID personId, ObjectNode data) {
        EventSchemas.assertValid(type, data);
        UUID id = Uuid7.next();
        return new Event(
                id,
                type,
                "/services/test",
                personId.toString(),
                Instant.now(),
                tenant,
                id,
                null,
                null,
                tenant + ":" + personId,
                data);
    }

    /** Waits for an award; it follows its schema. */
    public Event awaitPassed(UUID personId, String achievementId) {
        return awaitAssessment("passed", personId, achievementId);
    }

    public Event awaitNotYetMet(UUID personId, String achievementId) {
        return awaitAssessment("not-yet-met", personId, achievementId);
    }

    private Event awaitAssessment(String fact, UUID personId, String achievementId) {
        String type = "dev.touchstone.assessment." + fact + ".v1";
        Event event =
                Topics.await(ASSESSMENTS, found -> found.type().equals(type) && is(found, personId, achievementId));
        EventSchemas.assertValid(type, event.data());
        assertThat(event.key()).isEqualTo(tenant + ":" + personId);
        assertThat(event.tenant()).isEqualTo(tenant);
        return event;
    }

    /** Awards that are there at this moment. */
    public List<Event> passed(UUID personId, String achievementId) {
        return Topics.all(ASSESSMENTS).stream()
                .filter(found -> found.type().equals(PASSED) && is(found, personId, achievementId))
                .toList();
    }

    private boolean is(Event found, UUID personId, String achievementId) {
        JsonNode data = found.data();
        return found.tenant().equals(tenant)
                && data.path("personId").asText().equals(personId.toString())
                && data.path("achievementId").asText().equals(achievementId);
    }
}
