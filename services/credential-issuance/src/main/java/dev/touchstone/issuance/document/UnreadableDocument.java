package dev.touchstone.issuance.document;

/** The bytes are no JSON object within the limits. The message says why, in words fit for the sender. */
public class UnreadableDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableDocument(String message) {
        super(message);
    }
}
