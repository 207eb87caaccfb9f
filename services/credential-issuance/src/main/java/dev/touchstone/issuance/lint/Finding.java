package dev.touchstone.issuance.lint;

/**
 * Something wrong with a credential.
 *
 * @param rule stable name of the rule
 * @param at JSON pointer to the place
 * @param message what is wrong, in plain words
 */
public record Finding(String rule, String at, String message) {}
