package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.achievement.AchievementAddresses;
import dev.touchstone.issuance.document.Facts;
import dev.touchstone.issuance.document.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries of public frameworks an achievement matches. A skill that only this organisation has stands in no public
 * framework, so it appears among the tags and not here.
 */
record Alignments(Achievement achievement) {

    private static final Set<String> TARGET_TYPES = Set.of(
            "ceasn:Competency",
            "ceterms:Credential",
            "CFItem",
            "CFRubric",
            "CFRubricCriterion",
            "CFRubricCriterionLevel",
            "CTDL");

    List<Map<String, Object>> members() {
        Map<String, Map<String, Object>> byTarget = new LinkedHashMap<>();
        achievement
                .facts()
                .each("skills", Alignments::ofSkill)
                .forEach(alignment ->
                        alignment.ifPresent(target -> byTarget.putIfAbsent((String) target.get("targetUrl"), target)));
        achievement.facts().optionalInteger("eqfLevel").ifPresent(level -> {
            Map<String, Object> target = ofLevel(level);
            byTarget.put((String) target.get("targetUrl"), target);
        });
        return List.copyOf(byTarget.values());
    }

    private static Optional<Map<String, Object>> ofSkill(Facts skill) {
        Optional<Facts> alignment = skill.object("alignment");
        if (alignment.isPresent()) {
            return alignment.map(Alignments::ofAlignment);
        }
        return AchievementAddresses.frameworkEntry(skill)
                .map(address -> target(skill.text("name"), address).build());
    }

    private static Map<String, Object> ofAlignment(Facts alignment) {
        return target(alignment.text("targetName"), alignment.text("targetUrl"))
                .with(
                        "targetFramework",
                        alignment.optionalText("targetFramework").orElse(null))
                .with("targetCode", alignment.optionalText("targetCode").orElse(null))
                .with(
                        "targetType",
                        alignment
                                .optionalText("targetType")
                                .filter(type -> TARGET_TYPES.contains(type) || type.startsWith("ext:"))
                                .orElse(null))
                .build();
    }

    private static Map<String, Object> ofLevel(int level) {
        return target("EQF level " + level, "http://data.europa.eu/snb/eqf/" + level)
                .with("targetFramework", "European Qualifications Framework")
                .with("targetCode", String.valueOf(level))
                .with("targetType", "ext:EQFLevel")
                .build();
    }

    private static Members target(String name, String url) {
        return Members.object()
                .with("type", List.of("Alignment"))
                .with("targetName", name)
                .with("targetUrl", url);
    }
}
