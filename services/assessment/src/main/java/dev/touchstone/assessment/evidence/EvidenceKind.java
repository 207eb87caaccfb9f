package dev.touchstone.assessment.evidence;

/** What sort of thing a piece of evidence is. */
public enum EvidenceKind {
    COURSE_COMPLETION("course-completion", "course completion"),
    SCORE("score", "score"),
    WORK_EVENT("work-event", "piece of work"),
    ARTEFACT("artefact", "artefact"),
    REFLECTION("reflection", "reflection"),
    TESTIMONY("testimony", "testimony");

    private final String label;
    private final String inWords;

    EvidenceKind(String label, String inWords) {
        this.label = label;
        this.inWords = inWords;
    }

    /** As written in events, definitions and answers. */
    public String label() {
        return label;
    }

    /** For people to read. */
    public String inWords() {
        return inWords;
    }

    /** @throws IllegalArgumentException when there is no such kind */
    public static EvidenceKind of(String label) {
        for (EvidenceKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind of evidence: " + label);
    }
}
