package dev.touchstone.assessment.assessmentcase;

/** Which judgement of a case one is. Every part is another person's. */
public enum Part {
    FIRST("first", Capacity.ASSESSOR),
    /** Given without knowing the first. */
    SECOND("second", Capacity.ASSESSOR),
    /** Given knowing the first two, which do not agree. */
    MODERATOR("moderator", Capacity.MODERATOR);

    private final String label;
    private final Capacity capacity;

    Part(String label, Capacity capacity) {
        this.label = label;
        this.capacity = capacity;
    }

    /** As written in events, answers and in the store. */
    public String label() {
        return label;
    }

    /** Who may play it. */
    public Capacity capacity() {
        return capacity;
    }

    /** @throws IllegalArgumentException when there is no such part */
    public static Part of(String label) {
        for (Part part : values()) {
            if (part.label.equals(label)) {
                return part;
            }
        }
        throw new IllegalArgumentException("no such part: " + label);
    }
}
