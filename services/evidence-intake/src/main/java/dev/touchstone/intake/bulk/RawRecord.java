package dev.touchstone.intake.bulk;

/**
 * One record as it stands in a file.
 *
 * @param line on which it begins, from 1
 * @param bytes without the line break that ends it; only the beginning where it is too long
 */
public record RawRecord(long line, byte[] bytes, boolean tooLong) {}
