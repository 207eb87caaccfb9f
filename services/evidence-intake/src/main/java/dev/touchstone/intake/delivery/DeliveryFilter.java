package dev.touchstone.intake.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * Which deliveries; whatever is null does not matter.
 *
 * @param from received at that time or later
 * @param to received before
 */
public record DeliveryFilter(UUID connectionId, DeliveryState state, String reason, Instant from, Instant to) {}
