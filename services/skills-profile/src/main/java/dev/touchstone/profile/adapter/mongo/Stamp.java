package dev.touchstone.profile.adapter.mongo;

import java.time.Instant;
import java.util.UUID;

/** The event that changes a document; kept with it, so that readers see how fresh it is. */
public record Stamp(UUID eventId, Instant eventTime) {}
