package dev.touchstone.profile.rebuild;

/** How far a rebuild has come. */
public enum RebuildState {
    /** Reading the topics from the beginning; the old projection answers meanwhile. */
    RUNNING,
    /** The new projection answers. */
    COMPLETED,
    /** Given up; the old projection goes on answering. */
    FAILED
}
