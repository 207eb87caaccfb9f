package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.achievement.AwardPolicy;
import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.Meaning;
import dev.touchstone.assessment.achievement.Particulars;
import dev.touchstone.assessment.achievement.Rubric;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.achievement.SkillShown;
import dev.touchstone.assessment.adapter.contract.AchievementContent.AlignmentContent;
import dev.touchstone.assessment.adapter.contract.AchievementContent.CriterionContent;
import dev.touchstone.assessment.adapter.contract.AchievementContent.LevelContent;
import dev.touchstone.assessment.adapter.contract.AchievementContent.RubricContent;
import dev.touchstone.assessment.adapter.contract.AchievementContent.SkillContent;
import java.util.List;

/** Writes definitions whole, with every identifier. */
public final class DefinitionWriter {

    private DefinitionWriter() {}

    public static AchievementContent write(Definition definition) {
        Meaning meaning = definition.meaning();
        AwardPolicy policy = definition.policy();
        Particulars particulars = definition.particulars();
        return new AchievementContent(
                meaning.name(),
                meaning.description(),
                meaning.achievementType(),
                meaning.criteriaNarrative(),
                CriteriaWriter.write(definition.criteria()),
                rubric(definition.rubric()),
                orNull(levels(definition)),
                definition.skills().stream().map(DefinitionWriter::skill).toList(),
                policy.stakes().label(),
                policy.autoAward(),
                policy.marking() == null ? null : policy.marking().label(),
                policy.validFor() == null ? null : policy.validFor().toString(),
                meaning.inLanguage(),
                orNull(particulars.tags()),
                particulars.fieldOfStudy(),
                particulars.humanCode(),
                particulars.creditsAvailable(),
                particulars.workloadHours(),
                particulars.eqfLevel(),
                particulars.assessmentType(),
                particulars.participationForm(),
                particulars.qualityAssurance(),
                particulars.supervision(),
                particulars.imageId(),
                orNull(definition.pathwayOf()));
    }

    private static List<LevelContent> levels(Definition definition) {
        return definition.levels().stream()
                .map(level -> new LevelContent(
                        level.id(),
                        level.ordinal(),
                        level.name(),
                        level.description(),
                        CriteriaWriter.write(level.gate())))
                .toList();
    }

    private static RubricContent rubric(Rubric rubric) {
        return rubric == null
                ? null
                : new RubricContent(
                        rubric.id(),
                        rubric.criteria().stream()
                                .map(DefinitionWriter::criterion)
                                .toList());
    }

    private static CriterionContent criterion(RubricCriterion criterion) {
        return new CriterionContent(
                criterion.id(),
                criterion.name(),
                criterion.description(),
                criterion.requiredLevel(),
                criterion.levels().stream()
                        .map(level ->
                                new LevelContent(level.id(), level.ordinal(), level.name(), level.description(), null))
                        .toList());
    }

    private static SkillContent skill(SkillShown skill) {
        SkillShown.Alignment alignment = skill.alignment();
        return new SkillContent(
                skill.skillId(),
                skill.name(),
                skill.ordinal(),
                skill.levelName(),
                alignment == null
                        ? null
                        : new AlignmentContent(
                                alignment.targetName(),
                                alignment.targetUrl(),
                                alignment.targetFramework(),
                                alignment.targetCode(),
                                alignment.targetType()));
    }

    private static <T> List<T> orNull(List<T> values) {
        return values.isEmpty() ? null : values;
    }
}
