package dev.touchstone.issuance.badge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.award.Award;
import dev.touchstone.issuance.award.Earner;
import dev.touchstone.issuance.document.Facts;
import dev.touchstone.issuance.issuer.IssuerProfile;
import dev.touchstone.issuance.publication.PublicAddresses;
import dev.touchstone.issuance.status.StatusEntry;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An achievement with everything and an award of it, and the same with the least there can be. */
public final class Fixtures {

    public static final UUID CREDENTIAL = UUID.fromString("8e0b1f0a-3f0e-4c57-9c52-1b2f0a6f3a10");
    public static final UUID PERSON = UUID.fromString("0197a000-0000-7000-8000-000000000001");
    public static final PublicAddresses ADDRESSES = new PublicAddresses(
            URI.create("http://localhost:8083"), URI.create("http://localhost:8081/intake/v1/evidence"));
    public static final BadgeIssuer ISSUER =
            new BadgeIssuer("northwind", IssuerProfile.named("Northwind Skills"), ADDRESSES);
    public static final byte[] SALT = new byte[IdentityHash.SALT_BYTES];

    private static final String RICH_ACHIEVEMENT = """
            {"achievementId": "incident-lead", "version": 3, "name": "Incident Lead",
             "description": "Leads major incidents from the first page to the review.",
             "achievementType": "MicroCredential", "criteriaNarrative": "1. Lead three incidents. 2. Score 80 percent.",
             "criteria": {"op": "allOf", "of": [
               {"op": "score", "leafId": "knowledge-check", "description": "Knowledge check", "atLeastScaled": 0.8},
               {"op": "evidence", "leafId": "incidents", "n": 3, "kinds": ["work-event"]}]},
             "rubric": {"rubricId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a10000", "criteria": [
               {"criterionId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a11111", "name": "Command", "description": "Who decides",
                "requiredLevel": 2, "levels": [
                 {"levelId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a30001", "ordinal": 1, "name": "Developing"},
                 {"levelId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a30002", "ordinal": 2, "name": "Proficient",
                  "description": "Decides in time"}]},
               {"criterionId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a22222", "name": "Communication", "requiredLevel": 1,
                "levels": [{"levelId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a40001", "ordinal": 1, "name": "Clear"}]}]},
             "levels": [{"levelId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a50001", "ordinal": 1, "name": "Associate"},
                        {"levelId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a50002", "ordinal": 2, "name": "Lead"}],
             "skills": [{"skillId": "http://data.europa.eu/esco/skill/1", "name": "manage emergencies", "alignment": {
                          "targetName": "manage emergency procedures", "targetUrl": "http://data.europa.eu/esco/skill/1",
                          "targetFramework": "ESCO v1.2", "targetCode": "S4.8.1", "targetType": "ext:ESCOSkill"}},
                        {"skillId": "northwind:blizzard", "name": "Blizzard routing"}],
             "stakes": "high", "autoAward": false, "inLanguage": "en", "tags": ["incidents"],
             "fieldOfStudy": "Site reliability", "humanCode": "SRE-IL", "creditsAvailable": 1.5, "workloadHours": 40,
             "eqfLevel": 5, "assessmentType": "Portfolio and interview", "participationForm": "workplace",
             "qualityAssurance": "Moderated twice a year", "supervision": "supervised-identified",
             "publishedAt": "2026-01-05T09:00:00Z", "somethingNewer": {"x": 1}}
            """;
    private static final String RICH_AWARD = """
            {"decisionId": "0197a000-0000-7000-8000-00000000d001", "caseId": "0197a000-0000-7000-8000-00000000c001",
             "personId": "0197a000-0000-7000-8000-000000000001", "achievementId": "incident-lead",
             "achievementVersion": 3, "basis": "assessor", "decidedAt": "2026-11-02T09:30:00.123Z",
             "decidedBy": ["0197a000-0000-7000-8000-000000000009", "0197a000-0000-7000-8000-000000000008"],
             "reasons": ["Led three incidents.", "Both assessors agree."],
             "results": [{"criterionId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a11111", "status": "met",
                          "levelId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a30002"},
                         {"criterionId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a22222", "status": "not-observed"}],
             "evidence": [{"evidenceId": "0197a000-0000-7000-8000-00000000e001", "kind": "work-event",
                           "name": "Incident 2026-118", "occurredAt": "2026-08-01T10:00:00+02:00", "trust": "verified",
                           "digest": "sha256:6f2b8f7e24f14a7a9d6b5a7ad5a300026f2b8f7e24f14a7a9d6b5a7ad5a30002"},
                          {"evidenceId": "0197a000-0000-7000-8000-00000000e002", "kind": "score", "scaled": 0.915,
                           "occurredAt": "2026-10-30T10:00:00Z", "trust": "verified",
                           "digest": "sha256:0f2b8f7e24f14a7a9d6b5a7ad5a300026f2b8f7e24f14a7a9d6b5a7ad5a30002"}],
             "skills": [], "inputsHash": "sha256:00",
             "level": {"levelId": "6f2b8f7e-24f1-4a7a-9d6b-5a7ad5a50002", "ordinal": 2, "name": "Lead"},
             "activityStart": "2026-08-01T08:00:00Z", "activityEnd": "2026-10-30T10:00:00Z",
             "validUntil": "2029-11-02T09:30:00Z"}
            """;
    private static final String PLAIN_ACHIEVEMENT = """
            {"achievementId": "first-aid", "version": 1, "name": "First aid", "description": "Helps.",
             "achievementType": "Badge", "criteriaNarrative": "Take the course.",
             "criteria": {"op": "evidence", "leafId": "course"}, "skills": []}
            """;
    private static final String PLAIN_AWARD = """
            {"decisionId": "0197a000-0000-7000-8000-00000000d002", "personId": "0197a000-0000-7000-8000-000000000001",
             "achievementId": "first-aid", "achievementVersion": 1, "basis": "rule",
             "decidedAt": "2026-11-02T09:30:00Z"}
            """;

    private Fixtures() {}

    public static Badge rich() {
        return new Badge(
                award(RICH_AWARD),
                achievement(RICH_ACHIEVEMENT),
                new Earner(PERSON, Optional.of("Ada.Example@northwind.example")),
                ISSUER);
    }

    public static Badge plain() {
        return new Badge(
                award(PLAIN_AWARD), achievement(PLAIN_ACHIEVEMENT), new Earner(PERSON, Optional.empty()), ISSUER);
    }

    public static Map<String, Object> unsigned(Badge badge) {
        return badge.unsigned(CREDENTIAL, new StatusEntry(ADDRESSES.statusList("northwind", 1), 94_567), SALT);
    }

    public static Achievement achievement(String json) {
        return new Achievement(new Facts(json(json)));
    }

    public static Award award(String json) {
        return new Award(new Facts(json(json)));
    }

    public static Map<String, Object> json(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
