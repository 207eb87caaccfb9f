package dev.touchstone.intake.adapter.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What an operator of the intake watches: how much came by which way, and what was turned away. */
@ApplicationScoped
class IntakeMeters {

    private final MeterRegistry registry;

    IntakeMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param outcome accepted, ignored, parked, fetching or duplicate */
    void received(String channel, String outcome, int count) {
        if (count > 0) {
            registry.counter("touchstone.intake.deliveries", "channel", channel, "outcome", outcome)
                    .increment(count);
        }
    }

    void rejected(String reason) {
        registry.counter("touchstone.intake.senders.rejected", "reason", reason).increment();
    }
}
