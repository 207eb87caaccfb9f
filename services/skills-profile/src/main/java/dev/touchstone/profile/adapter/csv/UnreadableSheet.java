package dev.touchstone.profile.adapter.csv;

/** The text is no role sheet at all; nothing of it was used. */
public final class UnreadableSheet extends RuntimeException {

    private final long line;

    UnreadableSheet(long line, String reason) {
        super(reason);
        this.line = line;
    }

    /** Line of the text where reading stopped. */
    public long line() {
        return line;
    }
}
