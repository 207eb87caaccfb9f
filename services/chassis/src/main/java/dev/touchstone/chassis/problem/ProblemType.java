package dev.touchstone.chassis.problem;

import java.util.Locale;

/** Kinds of refusal. Their {@code type} URNs are stable: callers branch on them. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "No such representation"),
    CONFLICT(409, "Conflict with the present state"),
    GONE(410, "Gone"),
    PRECONDITION_FAILED(412, "Precondition failed"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    UNPROCESSABLE(422, "Understood, but cannot be done"),
    KEY_REUSED(422, "Idempotency key used for another request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "Temporarily unavailable");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** {@code urn:touchstone:problem:<kind>} */
    public String urn() {
        return "urn:touchstone:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
