package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An achievement can be earned. */
@ApplicationScoped
class AchievementPublishedHandler implements EventHandler {

    private final ProjectEvent projection;

    AchievementPublishedHandler(ProjectEvent projection) {
        this.projection = projection;
    }

    @Override
    public String type() {
        return Projected.ACHIEVEMENT_PUBLISHED;
    }

    @Override
    public Uni<Void> handle(Event event) {
        return projection.project(event);
    }
}
