package dev.touchstone.assessment.achievement;

import dev.touchstone.assessment.criteria.Criteria;
import java.util.UUID;

/**
 * A level of an achievement.
 *
 * @param ordinal order, 1 is the lowest
 * @param description what a person at this level does; null where the author gave none
 * @param gate what this level asks for beyond the criteria of the achievement; null where the rubric's levels say it
 */
public record Level(UUID id, int ordinal, String name, String description, Criteria gate) {

    Level withGate(RubricRewrite rewrite) {
        return gate == null ? this : new Level(id, ordinal, name, description, gate.accept(rewrite));
    }
}
