package dev.touchstone.intake.people;

/**
 * An organisational unit.
 *
 * @param unitId slug, unique within the organisation
 */
public record Unit(String unitId, String name) {}
