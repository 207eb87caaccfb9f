package dev.touchstone.intake.delivery;

import dev.touchstone.intake.evidence.EvidenceChannel;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that a system delivered, and what became of it.
 *
 * @param reason why it was parked or ignored; null otherwise
 * @param detail the same at length, for the author of the template
 */
public record Delivery(
        UUID id,
        UUID connectionId,
        EvidenceChannel channel,
        DeliveryState state,
        String reason,
        String detail,
        Instant receivedAt) {}
