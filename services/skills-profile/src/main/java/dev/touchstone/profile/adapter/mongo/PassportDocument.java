package dev.touchstone.profile.adapter.mongo;

import dev.touchstone.profile.passport.Award;
import dev.touchstone.profile.passport.CredentialState;
import dev.touchstone.profile.passport.HeldCredential;
import dev.touchstone.profile.passport.Passport;
import dev.touchstone.profile.passport.PassportFact;
import dev.touchstone.profile.passport.PersonFacts;
import dev.touchstone.profile.passport.PersonKey;
import dev.touchstone.profile.passport.SkillProof;
import dev.touchstone.profile.passport.SkillShown;
import java.time.Instant;
import java.util.Date;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;

/** A passport as it lies in the store. The proofs stand in it a second time, flat, for the searches. */
final class PassportDocument {

    /** Stands for "does not end", so that a search needs one comparison only. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private PassportDocument() {}

    static Document write(Passport passport) {
        Document document = new Document("_id", passport.key().text())
                .append("tenant", passport.key().tenant())
                .append("personId", passport.key().personId().toString());
        if (passport.person() != null) {
            document.append("person", writePerson(passport.person()));
        }
        if (passport.merged() != null) {
            document.append("mergedInto", passport.merged().into().toString())
                    .append("mergedVersion", passport.merged().version());
        }
        return document.append(
                        "credentials",
                        passport.credentials().values().stream()
                                .map(PassportDocument::writeCredential)
                                .toList())
                .append(
                        "proofs",
                        passport.proofs().stream()
                                .map(PassportDocument::writeProof)
                                .toList());
    }

    static Passport read(Document document) {
        SortedMap<UUID, HeldCredential> credentials = new TreeMap<>();
        Fields.list(document, "credentials").forEach(stored -> {
            HeldCredential credential = readCredential(stored);
            credentials.put(credential.credentialId(), credential);
        });
        Document person = document.get("person", Document.class);
        return new Passport(
                new PersonKey(document.getString("tenant"), Fields.uuid(document, "personId")),
                person == null ? null : readPerson(person),
                credentials,
                readMerged(document));
    }

    private static PassportFact.PersonMerged readMerged(Document document) {
        UUID into = Fields.uuid(document, "mergedInto");
        return into == null ? null : new PassportFact.PersonMerged(into, Fields.longNumber(document, "mergedVersion"));
    }

    static PersonFacts readPerson(Document person) {
        return new PersonFacts(
                Fields.longNumber(person, "version"),
                person.getBoolean("active"),
                person.getString("displayName"),
                person.getString("login"),
                person.getString("unitId"),
                person.getString("unitName"),
                Fields.uuid(person, "managerId"),
                person.getString("jobTitle"),
                Fields.instant(person, "changedAt"));
    }

    private static Document writePerson(PersonFacts person) {
        Document document = new Document("version", person.version())
                .append("active", person.active())
                .append("displayName", person.displayName());
        Fields.put(document, "login", person.login());
        Fields.put(document, "unitId", person.unitId());
        Fields.put(document, "unitName", person.unitName());
        Fields.put(document, "managerId", Fields.text(person.managerId()));
        Fields.put(document, "jobTitle", person.jobTitle());
        Fields.put(document, "changedAt", Fields.date(person.changedAt()));
        return document;
    }

    private static Document writeCredential(HeldCredential credential) {
        Document document = new Document(
                        "credentialId", credential.credentialId().toString())
                .append("version", credential.version())
                .append("state", credential.state().name());
        Fields.put(document, "revokedAt", Fields.date(credential.revokedAt()));
        Fields.put(document, "reasonCode", credential.reasonCode());
        Fields.put(document, "award", credential.award() == null ? null : writeAward(credential.award()));
        return document;
    }

    private static HeldCredential readCredential(Document document) {
        Document award = document.get("award", Document.class);
        return new HeldCredential(
                Fields.uuid(document, "credentialId"),
                Fields.longNumber(document, "version"),
                CredentialState.valueOf(document.getString("state")),
                award == null ? null : readAward(award),
                Fields.instant(document, "revokedAt"),
                document.getString("reasonCode"));
    }

    private static Document writeAward(Award award) {
        Document document = new Document("decisionId", award.decisionId().toString())
                .append("achievementId", award.achievementId())
                .append("achievementVersion", award.achievementVersion())
                .append("achievementName", award.achievementName())
                .append(
                        "skills",
                        award.skills().stream()
                                .map(PassportDocument::writeSkill)
                                .toList())
                .append("basis", award.basis())
                .append("evidenceCount", award.evidenceCount())
                .append("awardedDate", Fields.date(award.awardedDate()))
                .append("validFrom", Fields.date(award.validFrom()))
                .append("url", award.url())
                .append("issuedAt", Fields.date(award.issuedAt()));
        Fields.put(document, "validUntil", Fields.date(award.validUntil()));
        Fields.put(document, "levelOrdinal", award.levelOrdinal());
        Fields.put(document, "levelName", award.levelName());
        return document;
    }

    private static Award readAward(Document document) {
        return new Award(
                Fields.uuid(document, "decisionId"),
                document.getString("achievementId"),
                Fields.number(document, "achievementVersion"),
                document.getString("achievementName"),
                document.getInteger("levelOrdinal"),
                document.getString("levelName"),
                Fields.list(document, "skills").stream()
                        .map(PassportDocument::readSkill)
                        .toList(),
                document.getString("basis"),
                Fields.number(document, "evidenceCount"),
                Fields.instant(document, "awardedDate"),
                Fields.instant(document, "validFrom"),
                Fields.instant(document, "validUntil"),
                document.getString("url"),
                Fields.instant(document, "issuedAt"));
    }

    private static Document writeSkill(SkillShown skill) {
        Document document = new Document("skillId", skill.skillId())
                .append("name", skill.name())
                .append("ordinal", skill.ordinal());
        Fields.put(document, "levelName", skill.levelName());
        return document;
    }

    private static SkillShown readSkill(Document document) {
        return new SkillShown(
                document.getString("skillId"),
                document.getString("name"),
                Fields.number(document, "ordinal"),
                document.getString("levelName"));
    }

    private static Document writeProof(SkillProof proof) {
        return new Document("skillId", proof.skillId())
                .append("name", proof.name())
                .append("ordinal", proof.ordinal())
                .append("validFrom", Date.from(proof.validFrom()))
                .append("validUntil", Date.from(proof.validUntil() == null ? NEVER : proof.validUntil()));
    }
}
