package dev.touchstone.assessment.criteria;

import java.util.Collection;

/**
 * Kleene's three values, in ascending order. Something was looked at and suffices, or falls short; or there was nothing
 * to look at. Absence is never taken for failure.
 */
public enum Truth {
    NOT_MET("not-met"),
    UNKNOWN("unknown"),
    MET("met");

    private final String label;

    Truth(String label) {
        this.label = label;
    }

    /** As written in answers. */
    public String label() {
        return label;
    }

    public boolean isMet() {
        return this == MET;
    }

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether at least {@code n} of the values are met; unknown while the unknown ones could still make it so. */
    public static Truth atLeast(int n, Collection<Truth> values) {
        long met = values.stream().filter(value -> value == MET).count();
        long unknown = values.stream().filter(value -> value == UNKNOWN).count();
        if (met >= n) {
            return MET;
        }
        return met + unknown >= n ? UNKNOWN : NOT_MET;
    }
}
