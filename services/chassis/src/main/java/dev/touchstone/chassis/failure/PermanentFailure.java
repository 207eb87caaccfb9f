package dev.touchstone.chassis.failure;

/**
 * Processing the same event again would fail again. It goes to the dead-letter topic with this reason; every other
 * failure is retried.
 */
public final class PermanentFailure extends RuntimeException {

    private final FailureCode code;

    /** @param detail for the operator; no personal data, no secrets */
    public PermanentFailure(FailureCode code, String detail) {
        this(code, detail, null);
    }

    public PermanentFailure(FailureCode code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    public FailureCode code() {
        return code;
    }
}
