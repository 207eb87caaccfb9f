package dev.touchstone.profile.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.testkit.EventSchemas;
import dev.touchstone.testkit.Tokens;
import dev.touchstone.testkit.Topics;
import java.time.Instant;
import java.util.UUID;

/** An organisation of its own for a test, as the other services tell of it. Every event it makes follows its schema. */
public final class Organisation {

    public static final String PEOPLE = "touchstone.people";
    public static final String CREDENTIALS = "touchstone.credentials";
    public static final String ACHIEVEMENTS = "touchstone.achievements";

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

    /** The newest state of a person who works in a unit. */
    public Event person(UUID personId, int version, String name, String login, String unitId) {
        return personChanged(personId, version, name, login, unitId, true);
    }

    public Event left(UUID personId, int version, String name, String login, String unitId) {
        return personChanged(personId, version, name, login, unitId, false);
    }

    private Event personChanged(UUID personId, int version, String name, String login, String unitId, boolean active) {
        ObjectNode data = Json.TOLERANT
                .createObjectNode()
                .put("personId", personId.toString())
                .put("version", version)
                .put("active", active)
                .put("displayName", name)
                .put("login", login)
                .put("jobTitle", "Engineer")
                .put("changedAt", Instant.now().toString());
        data.putObject("unit").put("unitId", unitId).put("name", "Unit " + unitId);
        return event("dev.touchstone.person.changed.v1", personId.toString(), tenant + ":" + personId, data);
    }

    public Event issued(UUID credentialId, UUID personId, String skillId, int ordinal) {
        return issued(credentialId, personId, skillId, ordinal, Instant.parse("2026-01-05T09:00:00Z"), null);
    }

    public Event issued(UUID credentialId, UUID personId, String skillId, int ordinal, Instant from, Instant until) {
        ObjectNode data = Json.TOLERANT
                .createObjectNode()
                .put("credentialId", credentialId.toString())
                .put("version", 1)
                .put("decisionId", Uuid7.next().toString())
                .put("personId", personId.toString())
                .put("achievementId", "shown-" + ordinal)
                .put("achievementVersion", 1)
                .put("achievementName", "Shown " + ordinal)
                .put("basis", "rule")
                .put("evidenceCount", 2)
                .put("awardedDate", from.toString())
                .put("validFrom", from.toString())
                .put("url", "https://credentials.example/" + credentialId)
                .put("issuedAt", Instant.now().toString());
        if (until != null) {
            data.put("validUntil", until.toString());
        }
        data.putArray("skills")
                .addObject()
                .put("skillId", skillId)
                .put("name", "Skill " + skillId)
                .put("ordinal", ordinal)
                .put("levelName", "Level " + ordinal);
        return event("dev.touchstone.credential.issued.v1", personId.toString(), tenant + ":" + personId, data);
    }

    public Event revoked(UUID credentialId, UUID personId) {
        ObjectNode data = Json.TOLERANT
                .createObjectNode()
                .put("credentialId", credentialId.toString())
                .put("version", 2)
                .put("personId", personId.toString())
                .put("achievementId", "shown-1")
                .put("revokedAt", Instant.now().toString())
                .put("reasonCode", "issued-in-error");
        return event("dev.touchstone.credential.revoked.v1", personId.toString(), tenant + ":" + personId, data);
    }

    /** An achievement that shows one skill at one level. */
    public Event published(String achievementId, int version, String skillId, int ordinal) {
        ObjectNode data = Json.TOLERANT
                .createObjectNode()
                .put("achievementId", achievementId)
                .put("version", version)
                .put("name", "Achievement " + achievementId + " v" + version)
                .put("description", "What a holder has shown")
                .put("achievementType", "MicroCredential")
                .put("criteriaNarrative", "What has to be shown")
                .put("stakes", "low")
                .put("autoAward", true)
                .put("inLanguage", "en")
                .put("workloadHours", 4)
                .put("publishedAt", Instant.now().toString());
        data.putObject("criteria").put("op", "evidence").put("count", 1);
        data.putArray("skills")
                .addObject()
                .put("skillId", skillId)
                .put("name", "Skill " + skillId)
                .put("ordinal", ordinal);
        return event(
                "dev.touchstone.achievement.published.v1",
                achievementId,
                tenant + ":" + achievementId + ":v" + version,
                data);
    }

    public Event retired(String achievementId, int lastVersion) {
        ObjectNode data = Json.TOLERANT
                .createObjectNode()
                .put("achievementId", achievementId)
                .put("lastVersion", lastVersion)
                .put("retiredAt", Instant.now().toString());
        return event(
                "dev.touchstone.achievement.retired.v1",
                achievementId,
                tenant + ":" + achievementId + ":retired",
                data);
    }

    /** Sends an event to the topic its type belongs on. */
    public static void tell(Event... events) {
        for (Event event : events) {
            Topics.publish(topic(event.type()), event);
        }
    }

    public static String topic(String type) {
        if (type.contains(".person.")) {
            return PEOPLE;
        }
        return type.contains(".credential.") ? CREDENTIALS : ACHIEVEMENTS;
    }

    private Event event(String type, String subject, String key, ObjectNode data) {
        EventSchemas.assertValid(type, data);
        UUID id = Uuid7.next();
        return new Event(id, type, "/test", subject, Instant.now(), tenant, id, null, null, key, data);
    }
}
