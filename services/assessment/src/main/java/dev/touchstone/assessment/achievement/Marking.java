package dev.touchstone.assessment.achievement;

/** How many people judge a case before it is decided. */
public enum Marking {
    /** One assessor. */
    SINGLE("single"),
    /** Two assessors, blind of each other; a moderator where they do not agree. */
    DOUBLE("double");

    private final String label;

    Marking(String label) {
        this.label = label;
    }

    /** As written in definitions and events. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when there is no such marking */
    public static Marking of(String label) {
        for (Marking marking : values()) {
            if (marking.label.equals(label)) {
                return marking;
            }
        }
        throw new IllegalArgumentException("no such marking: " + label);
    }
}
