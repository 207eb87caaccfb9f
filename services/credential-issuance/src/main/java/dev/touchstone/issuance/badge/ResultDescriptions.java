package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.achievement.Achievement.Level;
import dev.touchstone.issuance.achievement.Achievement.RubricCriterion;
import dev.touchstone.issuance.achievement.ScoreCriterion;
import dev.touchstone.issuance.document.Members;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an achievement can be measured by: its own levels, each rubric criterion, and its score. Identifiers are the same
 * in every badge of the version.
 */
record ResultDescriptions(Achievement achievement, String achievementAddress) {

    List<Map<String, Object>> members() {
        List<Map<String, Object>> descriptions = new ArrayList<>();
        List<Level> levels = achievement.levels();
        if (!levels.isEmpty()) {
            descriptions.add(description(levelId(), "Level", "RubricCriterionLevel")
                    .with("requiredLevel", urn(levels.get(0).id()))
                    .with(
                            "rubricCriterionLevel",
                            levels.stream().map(ResultDescriptions::level).toList())
                    .build());
        }
        achievement.rubric().forEach(criterion -> descriptions.add(ofCriterion(criterion)));
        achievement.score().ifPresent(score -> descriptions.add(ofScore(score)));
        return descriptions;
    }

    /** The description that an achieved level of the achievement itself points at. */
    String levelId() {
        return derived("level");
    }

    String criterionId(RubricCriterion criterion) {
        return urn(criterion.id());
    }

    String scoreId(ScoreCriterion score) {
        return derived("score/" + score.leafId());
    }

    static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    private Map<String, Object> ofCriterion(RubricCriterion criterion) {
        String required = criterion.levels().stream()
                .filter(level -> level.ordinal() == criterion.requiredLevel())
                .map(level -> urn(level.id()))
                .findFirst()
                .orElse(null);
        return description(criterionId(criterion), criterion.name(), "RubricCriterionLevel")
                .with("requiredLevel", required)
                .with(
                        "rubricCriterionLevel",
                        criterion.levels().stream()
                                .map(ResultDescriptions::level)
                                .toList())
                .build();
    }

    private Map<String, Object> ofScore(ScoreCriterion score) {
        return description(scoreId(score), score.name(), "Percent")
                .with("valueMin", "0")
                .with("valueMax", "100")
                .with("requiredValue", score.percent().toPlainString())
                .build();
    }

    private static Members description(String id, String name, String resultType) {
        return Members.object()
                .with("id", id)
                .with("type", List.of("ResultDescription"))
                .with("name", name)
                .with("resultType", resultType);
    }

    private static Map<String, Object> level(Level level) {
        return Members.object()
                .with("id", urn(level.id()))
                .with("type", List.of("RubricCriterionLevel"))
                .with("name", level.name())
                .with("description", level.description().orElse(null))
                .with("level", String.valueOf(level.ordinal()))
                .with("points", String.valueOf(level.ordinal()))
                .build();
    }

    private String derived(String what) {
        byte[] name = (achievementAddress + "#" + what).getBytes(StandardCharsets.UTF_8);
        return urn(UUID.nameUUIDFromBytes(name));
    }
}
