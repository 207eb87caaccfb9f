package dev.touchstone.issuance.proof;

import java.time.Duration;

/**
 * What canonicalising may cost. Blank nodes that point at each other make it exponential: nine are enough to keep a
 * processor busy for 20 seconds.
 *
 * @param maxTime for naming the blank nodes; reading the JSON-LD before is bounded by the size of the document
 */
public record CanonicalizationLimits(int maxBlankNodes, int maxQuads, Duration maxTime) {

    /** For documents written here: wide enough for 500 pieces of evidence on a busy machine. */
    public static final CanonicalizationLimits OWN = new CanonicalizationLimits(2_000, 20_000, Duration.ofSeconds(10));

    /** For documents from anyone. */
    public static final CanonicalizationLimits FOREIGN =
            new CanonicalizationLimits(1_000, 10_000, Duration.ofMillis(200));
}
