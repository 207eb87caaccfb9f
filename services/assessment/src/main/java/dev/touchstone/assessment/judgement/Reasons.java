package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.achievement.Findings;
import dev.touchstone.assessment.achievement.Level;
import dev.touchstone.assessment.achievement.SkillShown;
import dev.touchstone.assessment.criteria.Trace;
import dev.touchstone.assessment.judgement.Outcome.AwardedSkill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts an outcome into words that the earner can use. These go out with the event, so they are made of the achievement's
 * own words only: what an assessor wrote about a person stays with the decision.
 */
final class Reasons {

    private static final int MAX_REASONS = 50;
    private static final int MAX_LENGTH = 2000;

    private final Achievement achievement;
    private final Findings findings;

    Reasons(Achievement achievement, Findings findings) {
        this.achievement = achievement;
        this.findings = findings;
    }

    Outcome.Passed passed(Instant at) {
        Level level = findings.reached().orElse(null);
        List<String> reasons = new ArrayList<>();
        if (level != null) {
            reasons.add("Level reached: " + level.name());
        }
        Stream.concat(leaves(), findings.reachedGates().stream().flatMap(Trace::leaves))
                .filter(leaf -> leaf.truth().isMet())
                .map(Trace::words)
                .forEach(reasons::add);
        return new Outcome.Passed(
                level,
                achievement.definition().skills().stream()
                        .map(skill -> awarded(skill, level))
                        .toList(),
                achievement.definition().policy().validUntil(at).orElse(null),
                bounded(reasons));
    }

    private static AwardedSkill awarded(SkillShown skill, Level level) {
        if (skill.ordinal() != null || level == null) {
            int ordinal = skill.ordinal() == null ? 1 : skill.ordinal();
            return new AwardedSkill(skill.skillId(), skill.name(), ordinal, skill.levelName());
        }
        String levelName = skill.levelName() == null ? level.name() : skill.levelName();
        return new AwardedSkill(skill.skillId(), skill.name(), level.ordinal(), levelName);
    }

    Outcome.NotYetMet notYetMet(Judgement judgement, List<CriterionResult> results, int held) {
        List<String> reasons = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        judgement.rules().byName().forEach((rule, answer) -> {
            if (!answer.met()) {
                reasons.add("The evidence does not meet " + rule + ".");
                steps.add("Evidence that meets " + rule + ".");
            }
        });
        results.stream()
                .filter(result -> result.status() != CriterionResult.Status.MET)
                .forEach(result -> reasons.add(result.name() + ": "
                        + (result.status() == CriterionResult.Status.NOT_MET ? "not yet met" : "not observed")));
        if (!findings.requirements().truth().isMet()) {
            leaves().filter(leaf -> !leaf.truth().isMet()).map(Trace::words).forEach(reasons::add);
        } else if (findings.reachedOrdinal() == 0) {
            reasons.add("The lowest level is not reached yet.");
        } else if (findings.reachedOrdinal() <= held) {
            reasons.add("What was shown is held already; the level above it is not reached yet.");
        }
        steps.addAll(findings.missing());
        return new Outcome.NotYetMet(bounded(reasons), bounded(steps));
    }

    private Stream<Trace> leaves() {
        return findings.requirements().leaves();
    }

    private static List<String> bounded(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…")
                .distinct()
                .limit(MAX_REASONS)
                .toList();
    }
}
