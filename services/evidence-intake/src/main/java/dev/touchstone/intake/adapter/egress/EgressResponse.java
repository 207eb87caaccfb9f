package dev.touchstone.intake.adapter.egress;

/**
 * What was answered.
 *
 * @param retryAfter the header field of that name; null if there is none
 * @param body of an answer 200; empty otherwise, because nothing here says what others say when they fail
 */
public record EgressResponse(int status, String retryAfter, byte[] body) {

    public static final int OK = 200;

    /** Says nothing of the body. */
    @Override
    public String toString() {
        return "status=" + status;
    }
}
