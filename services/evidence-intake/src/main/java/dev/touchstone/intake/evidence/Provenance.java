package dev.touchstone.intake.evidence;

import java.util.UUID;

/**
 * Where a piece of evidence came from.
 *
 * @param connectionId null for people's own evidence
 * @param source kind of system, e.g. lms; null for people's own evidence
 * @param deliveryId raw delivery it was taken from; null for people's own evidence
 */
public record Provenance(
        UUID connectionId, String source, EvidenceChannel channel, UUID deliveryId, SenderAuthentication auth) {}
