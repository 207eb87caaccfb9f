package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.passport.Award;
import dev.touchstone.profile.passport.CredentialState;
import dev.touchstone.profile.passport.HeldCredential;
import dev.touchstone.profile.passport.SkillShown;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A credential in a passport. */
record CredentialView(
        UUID credentialId,
        long version,
        String state,
        UUID decisionId,
        String achievementId,
        int achievementVersion,
        String name,
        LevelView level,
        List<Skill> skills,
        String basis,
        int evidenceCount,
        Instant awardedDate,
        Instant validFrom,
        Instant validUntil,
        Instant revokedAt,
        String reasonCode,
        String url) {

    record Skill(String skillId, String name, LevelView level) {

        static Skill of(SkillShown skill) {
            return new Skill(skill.skillId(), skill.name(), new LevelView(skill.ordinal(), skill.levelName()));
        }
    }

    static CredentialView of(HeldCredential credential, Instant now) {
        Award award = credential.award();
        return new CredentialView(
                credential.credentialId(),
                credential.version(),
                state(credential, now),
                award.decisionId(),
                award.achievementId(),
                award.achievementVersion(),
                award.achievementName(),
                LevelView.of(award.levelOrdinal(), award.levelName()),
                award.skills().stream().map(Skill::of).toList(),
                award.basis(),
                award.evidenceCount(),
                award.awardedDate(),
                award.validFrom(),
                award.validUntil(),
                credential.revokedAt(),
                credential.reasonCode(),
                award.url());
    }

    private static String state(HeldCredential credential, Instant now) {
        if (credential.state() == CredentialState.REVOKED) {
            return "revoked";
        }
        Instant until = credential.award().validUntil();
        return until != null && !until.isAfter(now) ? "expired" : "issued";
    }
}
