package dev.touchstone.assessment.achievement;

import java.util.UUID;

/**
 * A level of a rubric criterion.
 *
 * @param ordinal order, 1 is the lowest
 * @param description what a person at this level does; null where the author gave none
 */
public record RubricLevel(UUID id, int ordinal, String name, String description) {}
