package dev.touchstone.chassis.problem;

import java.util.List;

/** A refusal meant for the caller: every word of it is shown to them. RFC 9457. */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final List<FieldError> errors;

    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of());
    }

    public static ProblemException invalid(String detail, List<FieldError> errors) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail, errors);
    }

    public static ProblemException unauthenticated() {
        return of(ProblemType.UNAUTHENTICATED, "The request carries no valid credentials.");
    }

    public static ProblemException forbidden(String detail) {
        return of(ProblemType.FORBIDDEN, detail);
    }

    /** @param what the kind of thing, e.g. {@code credential}; the same words whether absent or another organisation's */
    public static ProblemException notFound(String what) {
        return of(ProblemType.NOT_FOUND, "There is no such " + what + ".");
    }

    public static ProblemException conflict(String detail) {
        return of(ProblemType.CONFLICT, detail);
    }

    public static ProblemException keyReused() {
        return of(
                ProblemType.KEY_REUSED,
                "This Idempotency-Key was used with another body. Send a new key for a new request.");
    }

    public static ProblemException tooLarge(String detail) {
        return of(ProblemType.TOO_LARGE, detail);
    }

    public static ProblemException unavailable(String detail) {
        return of(ProblemType.UNAVAILABLE, detail);
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
