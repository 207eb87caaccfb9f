package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Two people turned out to be one. */
@ApplicationScoped
class PersonMergedHandler implements EventHandler {

    private final ProjectEvent projection;

    PersonMergedHandler(ProjectEvent projection) {
        this.projection = projection;
    }

    @Override
    public String type() {
        return Projected.PERSON_MERGED;
    }

    @Override
    public Uni<Void> handle(Event event) {
        return projection.project(event);
    }
}
