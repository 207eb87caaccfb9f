package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.achievement.AwardPolicy;
import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Level;
import dev.touchstone.assessment.achievement.Marking;
import dev.touchstone.assessment.achievement.Meaning;
import dev.touchstone.assessment.achievement.Objection;
import dev.touchstone.assessment.achievement.Particulars;
import dev.touchstone.assessment.achievement.Rubric;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.achievement.RubricLevel;
import dev.touchstone.assessment.achievement.SkillShown;
import dev.touchstone.assessment.achievement.Stakes;
import dev.touchstone.assessment.adapter.contract.AchievementContent.AlignmentContent;
import dev.touchstone.assessment.adapter.contract.AchievementContent.CriterionContent;
import dev.touchstone.assessment.adapter.contract.AchievementContent.LevelContent;
import dev.touchstone.assessment.adapter.contract.AchievementContent.RubricContent;
import dev.touchstone.assessment.adapter.contract.AchievementContent.SkillContent;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads definitions. Identifiers of rubric and levels that the author left out are made from the names of the
 * organisation, the achievement and the place, so that sending the same definition again means the same.
 */
public final class DefinitionReader {

    private final String place;

    public DefinitionReader(String tenant, String achievementId) {
        this.place = tenant + "/" + achievementId;
    }

    /** @throws Malformed with everything that cannot be understood */
    public Definition read(AchievementContent content) {
        List<Objection> objections = objections(content);
        if (!objections.isEmpty()) {
            throw new Malformed(objections);
        }
        Rubric rubric = rubric(content.rubric());
        CriteriaReader criteria = new CriteriaReader(rubric);
        return new Definition(
                new Meaning(
                        content.name(),
                        content.description(),
                        content.achievementType(),
                        content.criteriaNarrative(),
                        content.inLanguage()),
                criteria.read(content.criteria()),
                rubric,
                levels(content.levels(), criteria),
                list(content.skills()).stream().map(DefinitionReader::skill).toList(),
                new AwardPolicy(
                        Stakes.of(content.stakes()),
                        Boolean.TRUE.equals(content.autoAward()),
                        content.validFor() == null ? null : Period.parse(content.validFor()),
                        content.marking() == null ? null : Marking.of(content.marking())),
                list(content.pathwayOf()),
                particulars(content));
    }

    private static List<Objection> objections(AchievementContent content) {
        List<Objection> objections = new ArrayList<>(CriteriaShape.objections("/criteria", content.criteria()));
        List<LevelContent> levels = list(content.levels());
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).gate() != null) {
                objections.addAll(CriteriaShape.objections(
                        "/levels/" + i + "/gate", levels.get(i).gate()));
            }
        }
        try {
            if (content.validFor() != null) {
                Period.parse(content.validFor());
            }
        } catch (DateTimeParseException notAPeriod) {
            objections.add(new Objection("/validFor", "Use years, months, weeks and days, e.g. P2Y or P6M."));
        }
        return objections;
    }

    private Rubric rubric(RubricContent content) {
        if (content == null) {
            return null;
        }
        return new Rubric(
                or(content.rubricId(), "rubric"),
                content.criteria().stream().map(this::criterion).toList());
    }

    private RubricCriterion criterion(CriterionContent content) {
        return new RubricCriterion(
                content.criterionId(),
                content.name(),
                content.description(),
                content.requiredLevel(),
                content.levels().stream()
                        .map(level -> new RubricLevel(
                                or(level.levelId(), content.criterionId() + "/" + level.ordinal()),
                                level.ordinal(),
                                level.name(),
                                level.description()))
                        .toList());
    }

    private List<Level> levels(List<LevelContent> content, CriteriaReader criteria) {
        return list(content).stream()
                .map(level -> new Level(
                        or(level.levelId(), "level/" + level.ordinal()),
                        level.ordinal(),
                        level.name(),
                        level.description(),
                        criteria.read(level.gate())))
                .toList();
    }

    private UUID or(UUID given, String part) {
        return given == null ? UUID.nameUUIDFromBytes((place + "/" + part).getBytes(StandardCharsets.UTF_8)) : given;
    }

    private static SkillShown skill(SkillContent content) {
        AlignmentContent alignment = content.alignment();
        return new SkillShown(
                content.skillId(),
                content.name(),
                content.ordinal(),
                content.levelName(),
                alignment == null
                        ? null
                        : new SkillShown.Alignment(
                                alignment.targetName(),
                                alignment.targetUrl(),
                                alignment.targetFramework(),
                                alignment.targetCode(),
                                alignment.targetType()));
    }

    private static Particulars particulars(AchievementContent content) {
        return new Particulars(
                list(content.tags()),
                content.fieldOfStudy(),
                content.humanCode(),
                content.creditsAvailable(),
                content.workloadHours(),
                content.eqfLevel(),
                content.assessmentType(),
                content.participationForm(),
                content.qualityAssurance(),
                content.supervision(),
                content.imageId());
    }

    private static <T> List<T> list(List<T> values) {
        return values == null ? List.of() : values;
    }
}
