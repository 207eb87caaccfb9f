package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.document.Facts;
import dev.touchstone.issuance.document.Members;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Open Badges 3.0 Achievement of one version: the same in every badge of that version and at its public address.
 */
public record AchievementSection(Achievement achievement, BadgeIssuer issuer) {

    public Map<String, Object> members() {
        Facts facts = achievement.facts();
        return Members.object()
                .with("id", id())
                .with("type", List.of("Achievement"))
                .with("achievementType", achievement.type())
                .with("name", achievement.name())
                .with("description", achievement.description())
                .with("version", String.valueOf(achievement.version()))
                .with("inLanguage", achievement.inLanguage())
                .with("humanCode", facts.optionalText("humanCode").orElse(null))
                .with("fieldOfStudy", facts.optionalText("fieldOfStudy").orElse(null))
                .with("tag", tags(facts))
                .with("creditsAvailable", achievement.creditsAvailable().orElse(null))
                .with("criteria", criteria(facts))
                .with("image", image())
                .with("creator", issuer.mention())
                .with("alignment", new Alignments(achievement).members())
                .with("resultDescription", new ResultDescriptions(achievement, id()).members())
                .build();
    }

    String id() {
        return issuer.addresses()
                .achievement(issuer.tenant(), achievement.id(), achievement.version())
                .toString();
    }

    Map<String, Object> image() {
        String generated = issuer.addresses()
                .achievementImage(issuer.tenant(), achievement.id(), achievement.version())
                .toString();
        return Members.object()
                .with("id", achievement.facts().optionalText("imageId").orElse(generated))
                .with("type", "Image")
                .with("caption", achievement.name())
                .build();
    }

    private Map<String, Object> criteria(Facts facts) {
        return Members.object()
                .with(
                        "id",
                        issuer.addresses()
                                .criteria(issuer.tenant(), achievement.id(), achievement.version())
                                .toString())
                .with("narrative", facts.text("criteriaNarrative") + AssessmentTerms.of(facts))
                .build();
    }

    private static List<String> tags(Facts facts) {
        Set<String> tags = new LinkedHashSet<>(facts.texts("tags"));
        facts.each("skills", skill -> skill.optionalText("name")).forEach(name -> name.ifPresent(tags::add));
        return List.copyOf(tags);
    }
}
