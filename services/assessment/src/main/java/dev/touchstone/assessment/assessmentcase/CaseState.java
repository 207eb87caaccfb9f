package dev.touchstone.assessment.assessmentcase;

/** Where a case stands. */
public enum CaseState {
    /** Evidence is still missing. */
    COLLECTING("collecting"),
    /** Nothing is missing but people's judgement. */
    READY("ready"),
    /** An assessor has taken it. */
    CLAIMED("claimed"),
    /** Judged, for good. */
    DECIDED("decided"),
    /** Closed undecided, because a new version came into force while evidence was still missing. */
    SUPERSEDED("superseded");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    /** As written in answers and in the store. */
    public String label() {
        return label;
    }

    public boolean isOpen() {
        return this == COLLECTING || this == READY || this == CLAIMED;
    }

    /** @throws IllegalArgumentException when there is no such state */
    public static CaseState of(String label) {
        for (CaseState state : values()) {
            if (state.label.equals(label)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no such state of a case: " + label);
    }
}
