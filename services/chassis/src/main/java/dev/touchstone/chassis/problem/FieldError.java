package dev.touchstone.chassis.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or the name of the parameter or header
 * @param detail what is wrong and what to do
 */
public record FieldError(String pointer, String detail) {}
