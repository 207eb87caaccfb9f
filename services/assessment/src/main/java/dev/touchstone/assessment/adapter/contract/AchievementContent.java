package dev.touchstone.assessment.adapter.contract;

import java.util.List;
import java.util.UUID;

/** The definition of an achievement as contracts write it; what the author did not say is null. */
public record AchievementContent(
        String name,
        String description,
        String achievementType,
        String criteriaNarrative,
        CriteriaContent criteria,
        RubricContent rubric,
        List<LevelContent> levels,
        List<SkillContent> skills,
        String stakes,
        Boolean autoAward,
        String marking,
        String validFor,
        String inLanguage,
        List<String> tags,
        String fieldOfStudy,
        String humanCode,
        Double creditsAvailable,
        Double workloadHours,
        Integer eqfLevel,
        String assessmentType,
        String participationForm,
        String qualityAssurance,
        String supervision,
        String imageId,
        List<String> pathwayOf) {

    /** How people judge it. */
    public record RubricContent(UUID rubricId, List<CriterionContent> criteria) {}

    /** One thing that people judge. */
    public record CriterionContent(
            UUID criterionId, String name, String description, Integer requiredLevel, List<LevelContent> levels) {}

    /** A level of the achievement or of a rubric criterion; only the former has a gate. */
    public record LevelContent(UUID levelId, Integer ordinal, String name, String description, CriteriaContent gate) {}

    /** A skill shown. */
    public record SkillContent(
            String skillId, String name, Integer ordinal, String levelName, AlignmentContent alignment) {}

    /** Open Badges 3.0 Alignment. */
    public record AlignmentContent(
            String targetName, String targetUrl, String targetFramework, String targetCode, String targetType) {}
}
