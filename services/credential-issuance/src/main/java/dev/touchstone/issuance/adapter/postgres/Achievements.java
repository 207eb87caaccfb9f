package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.achievement.Achievement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads achievement versions. */
@ApplicationScoped
public class Achievements {

    private final UnitOfWork unitOfWork;

    Achievements(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public Uni<Optional<Achievement>> find(String tenant, String achievementId, int version) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.find(AchievementRow.class, new AchievementRow.Key(tenant, achievementId, version))
                        .map(row -> Optional.ofNullable(row).map(AchievementRow::achievement)));
    }
}
