package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.award.Award;
import dev.touchstone.issuance.award.Earner;
import dev.touchstone.issuance.document.Members;
import dev.touchstone.issuance.status.StatusEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The Open Badges 3.0 credential of an award, before it is signed. Arrays stand wherever the official schema wants
 * arrays, also for a single value.
 */
public record Badge(Award award, Achievement achievement, Earner earner, BadgeIssuer issuer) {

    /** What stands before the id of a person who is named. */
    public static final String PERSON = "urn:uuid:";

    public static final List<String> CONTEXTS = List.of(
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");

    private static final Map<String, Object> SCHEMA = Members.object()
            .with("id", "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json")
            .with("type", "1EdTechJsonSchemaValidator2019")
            .build();

    /** @param salt fresh for each credential, at least {@value IdentityHash#SALT_BYTES} bytes */
    public Map<String, Object> unsigned(UUID credentialId, StatusEntry status, byte[] salt) {
        AchievementSection section = new AchievementSection(achievement, issuer);
        EvidenceSection evidence = new EvidenceSection(award.evidence(), issuer.addresses());
        String awarded = text(award.decidedAt());
        return Members.object()
                .with("@context", CONTEXTS)
                .with("id", issuer.addresses().credential(credentialId).toString())
                .with("type", List.of("VerifiableCredential", "OpenBadgeCredential"))
                .with("name", name())
                .with("description", achievement.description())
                .with("image", section.image())
                .with("issuer", issuer.describe())
                .with("awardedDate", awarded)
                .with("validFrom", awarded)
                .with("validUntil", award.validUntil().map(Badge::text).orElse(null))
                .with("credentialSubject", subject(section, salt))
                .with("evidence", evidence.members())
                .with("relatedResource", evidence.relatedResources())
                .with("credentialSchema", List.of(SCHEMA))
                .with("credentialStatus", status.members())
                .build();
    }

    /** The achievement's name, with the level where it has levels. */
    public String name() {
        return achievement.name()
                + award.level().map(level -> " (" + level.name() + ")").orElse("");
    }

    private Map<String, Object> subject(AchievementSection section, byte[] salt) {
        ResultDescriptions descriptions = new ResultDescriptions(achievement, section.id());
        return Members.object()
                .with("id", PERSON + earner.personId())
                .with("type", List.of("AchievementSubject"))
                .with(
                        "identifier",
                        earner.email()
                                .map(email -> List.of(
                                        IdentityHash.ofEmail(email, salt).members()))
                                .orElse(null))
                .with(
                        "activityStartDate",
                        award.activityStart().map(Badge::text).orElse(null))
                .with("activityEndDate", award.activityEnd().map(Badge::text).orElse(null))
                .with("creditsEarned", achievement.creditsAvailable().orElse(null))
                .with("narrative", narrative().orElse(null))
                .with("source", new Assessors(award, issuer).members())
                .with("achievement", section.members())
                .with("result", new Results(award, achievement, descriptions).members())
                .build();
    }

    private Optional<String> narrative() {
        return award.reasons().isEmpty() ? Optional.empty() : Optional.of(String.join("\n", award.reasons()));
    }

    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
