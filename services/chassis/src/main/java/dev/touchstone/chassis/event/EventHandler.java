package dev.touchstone.chassis.event;

import io.smallrye.mutiny.Uni;

/** What a service does on one type of event. One bean per type; idempotent, and indifferent to arrival order. */
public interface EventHandler {

    /** The {@code ce_type} it handles. */
    String type();

    /**
     * Completes once the effect is durable. A {@link dev.touchstone.chassis.failure.PermanentFailure} sends the event
     * to the dead letters; after any other failure the event is handed in again.
     */
    Uni<Void> handle(Event event);
}
