package dev.touchstone.profile.adapter.mongo;

import java.time.Instant;
import java.util.UUID;

/**
 * How fresh a document is.
 *
 * @param revision grows with each change of the document; starts again with a rebuild
 * @param eventId event that changed it last
 * @param eventTime when that happened
 * @param projectedAt when it arrived here
 */
public record Freshness(long revision, UUID eventId, Instant eventTime, Instant projectedAt) {}
