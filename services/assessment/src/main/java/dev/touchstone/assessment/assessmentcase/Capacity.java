package dev.touchstone.assessment.assessmentcase;

/** In what capacity somebody judges; a person may have both. */
public enum Capacity {
    ASSESSOR("assessor"),
    /** Judges where two assessors do not agree. */
    MODERATOR("moderator");

    private final String label;

    Capacity(String label) {
        this.label = label;
    }

    /** As written in answers. */
    public String label() {
        return label;
    }
}
