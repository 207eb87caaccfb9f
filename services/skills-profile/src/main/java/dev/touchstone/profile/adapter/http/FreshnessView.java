package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.adapter.mongo.Freshness;
import java.time.Instant;
import java.util.UUID;

/** How fresh an answer is: the last event in it, when that happened and when it arrived here. */
record FreshnessView(long revision, UUID lastEventId, Instant lastEventAt, Instant projectedAt) {

    static FreshnessView of(Freshness freshness) {
        return new FreshnessView(
                freshness.revision(), freshness.eventId(), freshness.eventTime(), freshness.projectedAt());
    }
}
