package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventMetrics;
import dev.touchstone.profile.adapter.mongo.ProjectFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What every handler here does: fold the event into the projection, and count it when it was known already. */
@ApplicationScoped
class ProjectEvent {

    private static final Logger LOG = Logger.getLogger(ProjectEvent.class);

    private final ProjectFacts facts;
    private final EventMetrics metrics;

    ProjectEvent(ProjectFacts facts, EventMetrics metrics) {
        this.facts = facts;
        this.metrics = metrics;
    }

    Uni<Void> project(Event event) {
        Projected projected = Projected.from(event).orElseThrow();
        return projected
                .live(facts)
                .invoke(changed -> {
                    if (changed) {
                        LOG.debugf(
                                "event=projected id=%s type=%s subject=%s", event.id(), event.type(), event.subject());
                    } else {
                        metrics.duplicate(event.type());
                    }
                })
                .replaceWithVoid();
    }
}
