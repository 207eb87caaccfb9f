package dev.touchstone.intake.delivery;

import java.time.Instant;

/**
 * Requests to a connection that did not prove who sends them.
 *
 * @param hour in which they came, UTC
 * @param reason a stable word
 * @param lastAt when the last of them came
 */
public record Refusals(Instant hour, String reason, long count, Instant lastAt) {}
