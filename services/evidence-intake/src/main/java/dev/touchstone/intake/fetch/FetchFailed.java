package dev.touchstone.intake.fetch;

import java.time.Duration;

/**
 * Something that could not be fetched. The message is for the administrator: it names the host and the status, and holds
 * nothing of what the other side wrote.
 */
public final class FetchFailed extends RuntimeException {

    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int REDIRECTION = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final FetchReason reason;
    private final transient Duration retryAfter;

    public FetchFailed(FetchReason reason, String message) {
        this(reason, message, null);
    }

    private FetchFailed(FetchReason reason, String message, Duration retryAfter) {
        super(message, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /**
     * What an answer other than a good one means (RFC 9110 section 15).
     *
     * @param retryAfter how long the other asks to wait; null if it does not
     */
    public static FetchFailed answered(String host, int status, Duration retryAfter) {
        String answer = host + " answered " + status;
        return switch (status) {
            case UNAUTHORISED ->
                new FetchFailed(
                        FetchReason.FETCH_UNAUTHORISED,
                        answer + ": the credentials are refused; give the connection a new fetchSecret and replay");
            case FORBIDDEN ->
                new FetchFailed(
                        FetchReason.FETCH_FORBIDDEN,
                        answer + ": the credentials lack the right to read this; grant it there and replay");
            case NOT_FOUND ->
                new FetchFailed(
                        FetchReason.FETCH_NOT_FOUND,
                        answer + ": there is no such record, or the credentials may not see it");
            case GONE -> new FetchFailed(FetchReason.FETCH_GONE, answer + ": the record is gone");
            case TOO_MANY -> new FetchFailed(FetchReason.FETCH_RATE_LIMITED, answer, retryAfter);
            case REQUEST_TIMEOUT, TOO_EARLY -> new FetchFailed(FetchReason.FETCH_UNAVAILABLE, answer, retryAfter);
            default -> other(status, answer, retryAfter);
        };
    }

    private static FetchFailed other(int status, String answer, Duration retryAfter) {
        if (status >= SERVER_ERROR) {
            return new FetchFailed(FetchReason.FETCH_UNAVAILABLE, answer, retryAfter);
        }
        if (status >= REDIRECTION && status < CLIENT_ERROR) {
            return new FetchFailed(
                    FetchReason.FETCH_REDIRECTED,
                    answer + ": redirects are not followed; put the address it leads to into the connection");
        }
        return new FetchFailed(FetchReason.FETCH_REFUSED, answer + ": it does not take this request");
    }

    public FetchReason reason() {
        return reason;
    }

    /** Whether it may be better later. */
    public boolean mayPass() {
        return reason == FetchReason.FETCH_RATE_LIMITED || reason == FetchReason.FETCH_UNAVAILABLE;
    }

    /** How long the other asks to wait; null if it does not. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
