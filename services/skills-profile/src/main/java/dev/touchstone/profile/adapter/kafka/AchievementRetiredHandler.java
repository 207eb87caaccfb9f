package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An achievement can no longer be earned. */
@ApplicationScoped
class AchievementRetiredHandler implements EventHandler {

    private final ProjectEvent projection;

    AchievementRetiredHandler(ProjectEvent projection) {
        this.projection = projection;
    }

    @Override
    public String type() {
        return Projected.ACHIEVEMENT_RETIRED;
    }

    @Override
    public Uni<Void> handle(Event event) {
        return projection.project(event);
    }
}
