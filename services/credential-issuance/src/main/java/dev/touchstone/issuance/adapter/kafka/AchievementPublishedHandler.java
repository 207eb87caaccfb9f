package dev.touchstone.issuance.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.event.EventHandler;
import dev.touchstone.issuance.adapter.postgres.KeepAchievement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A version of an achievement is kept, and awards that waited for it are issued. */
@ApplicationScoped
class AchievementPublishedHandler implements EventHandler {

    private final KeepAchievement achievements;

    AchievementPublishedHandler(KeepAchievement achievements) {
        this.achievements = achievements;
    }

    @Override
    public String type() {
        return "dev.touchstone.achievement.published.v1";
    }

    @Override
    public Uni<Void> handle(Event event) {
        return achievements.onPublished(event);
    }
}
