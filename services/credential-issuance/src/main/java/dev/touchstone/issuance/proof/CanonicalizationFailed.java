package dev.touchstone.issuance.proof;

/** The document has no canonical form that may be trusted. The message is fit for whoever sent it. */
public class CanonicalizationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** A context that is not pinned here: its terms cannot be known. */
        UNKNOWN_CONTEXT,
        /** Something in the document would be left out of the signature. */
        UNSIGNED_CONTENT,
        /** Not JSON-LD. */
        INVALID,
        /** Dearer than the limits. */
        TOO_COMPLEX
    }

    private final Reason reason;

    public CanonicalizationFailed(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
