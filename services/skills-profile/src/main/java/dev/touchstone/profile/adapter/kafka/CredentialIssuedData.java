package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.profile.passport.Award;
import dev.touchstone.profile.passport.PassportFact;
import dev.touchstone.profile.passport.SkillShown;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** CredentialIssued, as far as this service reads it. */
record CredentialIssuedData(
        UUID credentialId,
        Long version,
        UUID decisionId,
        UUID personId,
        String achievementId,
        Integer achievementVersion,
        String achievementName,
        Level level,
        List<Skill> skills,
        String basis,
        Integer evidenceCount,
        Instant awardedDate,
        Instant validFrom,
        Instant validUntil,
        String url,
        Instant issuedAt) {

    record Level(Integer ordinal, String name) {}

    record Skill(String skillId, String name, Integer ordinal, String levelName) {}

    PassportFact fact() {
        return new PassportFact.CredentialIssued(
                credentialId,
                version,
                new Award(
                        decisionId,
                        achievementId,
                        achievementVersion,
                        achievementName,
                        level == null ? null : level.ordinal(),
                        level == null ? null : level.name(),
                        skills.stream()
                                .map(skill -> new SkillShown(
                                        skill.skillId(), skill.name(), skill.ordinal(), skill.levelName()))
                                .toList(),
                        basis,
                        evidenceCount,
                        Required.milliseconds(awardedDate),
                        Required.milliseconds(validFrom),
                        Required.milliseconds(validUntil),
                        url,
                        Required.milliseconds(issuedAt)));
    }

    void check(Required required) {
        required.field("credentialId", credentialId)
                .field("version", version)
                .field("decisionId", decisionId)
                .field("personId", personId)
                .field("achievementId", achievementId)
                .field("achievementVersion", achievementVersion)
                .field("achievementName", achievementName)
                .field("skills", skills)
                .field("basis", basis)
                .field("evidenceCount", evidenceCount)
                .field("awardedDate", awardedDate)
                .field("validFrom", validFrom)
                .field("url", url)
                .field("issuedAt", issuedAt);
        for (Skill skill : skills) {
            required.field("skills", skill)
                    .field("skills.skillId", skill.skillId())
                    .field("skills.name", skill.name())
                    .field("skills.ordinal", skill.ordinal());
        }
    }
}
