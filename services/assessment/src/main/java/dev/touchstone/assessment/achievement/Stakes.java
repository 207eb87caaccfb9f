package dev.touchstone.assessment.achievement;

/** What hangs on an award. */
public enum Stakes {
    /** May be awarded by rule. */
    LOW("low"),
    /** People decide, and nobody in the earner's direct reporting line does. */
    HIGH("high");

    private final String label;

    Stakes(String label) {
        this.label = label;
    }

    /** As written in definitions and events. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when there are no such stakes */
    public static Stakes of(String label) {
        for (Stakes stakes : values()) {
            if (stakes.label.equals(label)) {
                return stakes;
            }
        }
        throw new IllegalArgumentException("no such stakes: " + label);
    }
}
