package dev.touchstone.issuance.badge;

import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.achievement.Achievement.RubricCriterion;
import dev.touchstone.issuance.achievement.ScoreCriterion;
import dev.touchstone.issuance.award.Award;
import dev.touchstone.issuance.award.Award.CriterionResult;
import dev.touchstone.issuance.document.Members;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the earner reached. Only criteria that were met appear: a credential says what somebody has shown; what they have
 * not shown yet stays in the decision.
 */
record Results(Award award, Achievement achievement, ResultDescriptions descriptions) {

    List<Map<String, Object>> members() {
        List<Map<String, Object>> results = new ArrayList<>();
        award.level()
                .filter(level -> achievement.levels().stream()
                        .anyMatch(known -> known.id().equals(level.id())))
                .ifPresent(level -> results.add(result(descriptions.levelId())
                        .with("achievedLevel", ResultDescriptions.urn(level.id()))
                        .build()));
        for (RubricCriterion criterion : achievement.rubric()) {
            award.results().stream()
                    .filter(result -> result.isMet() && result.criterionId().equals(criterion.id()))
                    .findFirst()
                    .ifPresent(result -> results.add(ofCriterion(criterion, result)));
        }
        achievement.score().flatMap(this::ofScore).ifPresent(results::add);
        return results;
    }

    private Map<String, Object> ofCriterion(RubricCriterion criterion, CriterionResult result) {
        Optional<String> level =
                result.levelId().flatMap(criterion::level).map(known -> ResultDescriptions.urn(known.id()));
        Members members = result(descriptions.criterionId(criterion)).with("achievedLevel", level.orElse(null));
        return level.isPresent()
                ? members.build()
                : members.with("status", "Completed").build();
    }

    /** The score, where exactly one piece of evidence has one and it is one that counts. */
    private Optional<Map<String, Object>> ofScore(ScoreCriterion score) {
        List<BigDecimal> scores = award.evidence().stream()
                .flatMap(evidence -> evidence.detail().scaled().stream())
                .map(ScoreCriterion::percent)
                .toList();
        return scores.size() == 1 && scores.get(0).compareTo(score.percent()) >= 0
                ? Optional.of(result(descriptions.scoreId(score))
                        .with("value", scores.get(0).toPlainString())
                        .build())
                : Optional.empty();
    }

    private static Members result(String description) {
        return Members.object().with("type", List.of("Result")).with("resultDescription", description);
    }
}
