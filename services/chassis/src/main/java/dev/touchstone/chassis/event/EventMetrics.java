package dev.touchstone.chassis.event;

import dev.touchstone.chassis.failure.FailureCode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** What an operator watches: events in and out, duplicates, retries, dead letters, age on arrival. */
@ApplicationScoped
public class EventMetrics {

    private final MeterRegistry registry;

    EventMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void handled(Event event) {
        registry.counter("touchstone.events.in", "type", event.type(), "outcome", "handled")
                .increment();
        Duration age = Duration.between(event.time(), Instant.now());
        registry.timer("touchstone.events.age", "type", event.type()).record(age.isNegative() ? Duration.ZERO : age);
    }

    void ignored(String type) {
        registry.counter("touchstone.events.in", "type", knownOrOther(type), "outcome", "ignored")
                .increment();
    }

    void retried(String topic) {
        registry.counter("touchstone.events.retries", "topic", topic).increment();
    }

    void deadLettered(String topic, FailureCode code) {
        registry.counter("touchstone.events.dead.letters", "topic", topic, "code", code.name())
                .increment();
    }

    /** An event arrived again and changed nothing. */
    public void duplicate(String type) {
        registry.counter("touchstone.events.duplicates", "type", type).increment();
    }

    /** Events of a type reached the broker. */
    public void published(String topic, int count) {
        registry.counter("touchstone.events.out", "topic", topic).increment(count);
    }

    /** A stranger's type must not grow the set of time series without bound. */
    private static String knownOrOther(String type) {
        return type.startsWith("dev.touchstone.") && type.length() < 100 ? type : "other";
    }
}
