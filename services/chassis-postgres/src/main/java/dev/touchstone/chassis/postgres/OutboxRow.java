package dev.touchstone.chassis.postgres;

import dev.touchstone.chassis.event.Event;
import java.time.Instant;

/** An event that waits for the broker. */
record OutboxRow(long seq, String topic, Instant createdAt, Event event) {

    /** Where order counts: among the events of one key on one topic. */
    Lane lane() {
        return new Lane(topic, event.key());
    }

    record Lane(String topic, String key) {}
}
