package dev.touchstone.assessment.judgement;

import dev.touchstone.assessment.achievement.Definition;
import dev.touchstone.assessment.achievement.RubricCriterion;
import dev.touchstone.assessment.achievement.RubricLevel;
import dev.touchstone.assessment.judgement.RulesOfEvidence.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two judgements of the same case, given blind of each other, side by side. */
final class Agreement {

    /** So many levels apart on one criterion, two assessors have not seen the same. */
    private static final int APART = 2;

    private static final int MAX_CITED = 200;

    private final Definition definition;
    private final Judgement first;
    private final Judgement second;

    Agreement(Definition definition, Judgement first, Judgement second) {
        this.definition = definition;
        this.first = first;
        this.second = second;
    }

    /**
     * Whether no criterion is too far apart. Seen by one and not by the other is: not having seen something is no level,
     * and neither of the two is the lower.
     */
    boolean isClose() {
        return definition.rubricCriteria().stream().allMatch(this::isClose);
    }

    private boolean isClose(RubricCriterion criterion) {
        Optional<RubricLevel> one = first.levelOf(criterion);
        Optional<RubricLevel> other = second.levelOf(criterion);
        return one.isPresent() && other.isPresent()
                ? Math.abs(one.get().ordinal() - other.get().ordinal()) < APART
                : one.isEmpty() && other.isEmpty();
    }

    /** Criteria on which the two are not at the same level. */
    Set<UUID> differingCriteria() {
        return definition.rubricCriteria().stream()
                .filter(criterion -> !first.levelOf(criterion).equals(second.levelOf(criterion)))
                .map(RubricCriterion::id)
                .collect(Collectors.toSet());
    }

    /** Rules of evidence that one finds met and the other not. */
    Set<String> differingRules() {
        Set<String> differing = new TreeSet<>();
        first.rules().byName().forEach((rule, answer) -> {
            if (answer.met() != second.rules().byName().get(rule).met()) {
                differing.add(rule);
            }
        });
        return differing;
    }

    /** What both can stand by: each criterion at the lower of the two levels, each rule met only if both say so. */
    Judgement lower() {
        return new Judgement(
                null,
                definition.rubricCriteria().stream().map(this::lower).toList(),
                new RulesOfEvidence(
                        both(first.rules().validity(), second.rules().validity()),
                        both(first.rules().sufficiency(), second.rules().sufficiency()),
                        both(first.rules().authenticity(), second.rules().authenticity()),
                        both(first.rules().currency(), second.rules().currency())),
                Stream.concat(first.nextSteps().stream(), second.nextSteps().stream())
                        .distinct()
                        .toList());
    }

    private CriterionJudgement lower(RubricCriterion criterion) {
        CriterionJudgement one = first.of(criterion.id()).orElseThrow();
        CriterionJudgement other = second.of(criterion.id()).orElseThrow();
        int difference = ordinal(first, criterion) - ordinal(second, criterion);
        if (difference != 0) {
            return difference < 0 ? one : other;
        }
        return new CriterionJudgement(
                criterion.id(),
                one.observation(),
                Stream.concat(one.evidenceIds().stream(), other.evidenceIds().stream())
                        .distinct()
                        .limit(MAX_CITED)
                        .toList(),
                together(one.comment(), other.comment()));
    }

    private static int ordinal(Judgement judgement, RubricCriterion criterion) {
        return judgement.levelOf(criterion).map(RubricLevel::ordinal).orElse(0);
    }

    private static Answer both(Answer one, Answer other) {
        if (one.met() != other.met()) {
            return one.met() ? other : one;
        }
        return new Answer(one.met(), together(one.note(), other.note()));
    }

    private static String together(String one, String other) {
        List<String> said = new ArrayList<>(
                Stream.of(one, other).filter(Objects::nonNull).distinct().toList());
        return said.isEmpty() ? null : String.join(" ", said);
    }
}
