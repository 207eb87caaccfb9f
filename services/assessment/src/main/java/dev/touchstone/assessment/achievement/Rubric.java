package dev.touchstone.assessment.achievement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How people judge an achievement. */
public record Rubric(UUID id, List<RubricCriterion> criteria) {

    public Rubric {
        criteria = List.copyOf(criteria);
    }

    public Optional<RubricCriterion> criterion(UUID criterionId) {
        return criteria.stream()
                .filter(criterion -> criterion.id().equals(criterionId))
                .findFirst();
    }
}
