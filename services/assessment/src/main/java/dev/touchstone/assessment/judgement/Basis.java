package dev.touchstone.assessment.judgement;

/** On what a decision rests. */
public enum Basis {
    /** The criteria were met by verified objective evidence. Only an award is ever decided so. */
    RULE("rule", null),
    /** One assessor judged, and no other was asked for. */
    SINGLE("assessor", "single"),
    /** Two assessors judged blind of each other and agree. */
    CONSENSUS("assessor", "consensus"),
    /** Two assessors do not agree, and a moderator judged. */
    MODERATED("assessor", "moderated");

    private final String label;
    private final String settlement;

    Basis(String label, String settlement) {
        this.label = label;
        this.settlement = settlement;
    }

    /** As written in events and answers: a rule, or people. */
    public String label() {
        return label;
    }

    /** As written in events and answers: how people came to it; null where a rule decided. */
    public String settlement() {
        return settlement;
    }
}
