package dev.touchstone.intake.structured;

/** A token (RFC 8941 section 3.3.4), which unlike a string is written without quotes. */
public record Token(String text) {}
