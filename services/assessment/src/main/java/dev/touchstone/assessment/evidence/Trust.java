package dev.touchstone.assessment.evidence;

/** How far a piece of evidence can be relied upon by itself. In ascending order. */
public enum Trust {
    /** The person said so. */
    DECLARED("declared"),
    /** Another person said so. */
    ATTESTED("attested"),
    /** An authenticated system said so. */
    VERIFIED("verified");

    private final String label;

    Trust(String label) {
        this.label = label;
    }

    /** As written in events, definitions and answers. */
    public String label() {
        return label;
    }

    public boolean isAtLeast(Trust least) {
        return compareTo(least) >= 0;
    }

    /** @throws IllegalArgumentException when there is no such trust */
    public static Trust of(String label) {
        for (Trust trust : values()) {
            if (trust.label.equals(label)) {
                return trust;
            }
        }
        throw new IllegalArgumentException("no such trust: " + label);
    }
}
