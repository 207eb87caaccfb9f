package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The newest state of a person. */
@ApplicationScoped
class PersonChangedHandler implements EventHandler {

    private final ProjectEvent projection;

    PersonChangedHandler(ProjectEvent projection) {
        this.projection = projection;
    }

    @Override
    public String type() {
        return Projected.PERSON_CHANGED;
    }

    @Override
    public Uni<Void> handle(Event event) {
        return projection.project(event);
    }
}
