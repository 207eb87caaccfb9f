package dev.touchstone.intake.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a connection does.
 *
 * @param last when something last ended in each state; what never happened is not there
 * @param hours with deliveries, oldest first
 * @param newestFirst when it last delivered in each of the newest hours in which it did, at most {@value Silence#MOST}
 */
public record ConnectionActivity(Map<DeliveryState, Instant> last, List<Hour> hours, List<Instant> newestFirst) {

    /** What an hour brought. */
    public record Hour(Instant from, DeliveryState state, long count) {}
}
