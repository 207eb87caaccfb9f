package dev.touchstone.chassis.deadletter;

import dev.touchstone.chassis.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** What an operator shows on the management port. Without a token configured, it can be looked at and not touched. */
record OperatorToken(Optional<String> configured) {

    private static final String BEARER = "Bearer ";

    /** @throws ProblemException unauthenticated, when a token is configured and the header has another */
    void requireToLook(String authorization) {
        configured.ifPresent(token -> require(token, authorization));
    }

    /** @throws ProblemException forbidden, when none is configured; unauthenticated, when the header has another */
    void requireToChange(String authorization) {
        require(
                configured.orElseThrow(() -> ProblemException.forbidden(
                        "Replaying here is off. Configure touchstone.operator.token, and show it as a bearer token.")),
                authorization);
    }

    private static void require(String token, String authorization) {
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        byte[] shown = (bearer ? authorization.substring(BEARER.length()) : "").getBytes(StandardCharsets.UTF_8);
        // takes the same time wherever they differ
        if (!MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), shown)) {
            throw ProblemException.unauthenticated();
        }
    }
}
