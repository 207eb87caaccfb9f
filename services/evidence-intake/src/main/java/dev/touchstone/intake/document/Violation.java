package dev.touchstone.intake.document;

/**
 * One thing wrong with a document.
 *
 * @param pointer JSON pointer (RFC 6901) of the place
 * @param detail what is wrong there, without repeating the value
 */
public record Violation(String pointer, String detail) {}
