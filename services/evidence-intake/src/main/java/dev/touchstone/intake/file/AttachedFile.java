package dev.touchstone.intake.file;

/**
 * A file that belongs to a piece of evidence.
 *
 * @param digest {@code sha256:} and hexadecimal digits, of the content
 * @param name as its sender called it, or null
 * @param size in bytes
 */
public record AttachedFile(String digest, String name, String mediaType, long size) {}
