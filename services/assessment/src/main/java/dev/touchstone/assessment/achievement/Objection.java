package dev.touchstone.assessment.achievement;

/**
 * Something that stands against what was asked for.
 *
 * @param pointer JSON pointer into what was sent
 * @param detail what to do about it
 */
public record Objection(String pointer, String detail) {}
