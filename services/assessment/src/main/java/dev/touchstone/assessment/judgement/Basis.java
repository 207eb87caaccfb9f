package dev.touchstone.assessment.judgement;

/** On what a decision rests. */
public enum Basis {
    /** The criteria were met by verified objective evidence. Only an award is ever decided so. */
    RULE("rule"),
    /** People judged. */
    ASSESSOR("assessor");

    private final String label;

    Basis(String label) {
        this.label = label;
    }

    /** As written in events and answers. */
    public String label() {
        return label;
    }
}
