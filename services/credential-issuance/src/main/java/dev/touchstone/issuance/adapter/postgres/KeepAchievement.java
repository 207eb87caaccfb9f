package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.failure.FailureCode;
import dev.touchstone.chassis.failure.PermanentFailure;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.achievement.AchievementAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Keeps every published version of every achievement. A version says the same for ever: credentials point at it. */
@ApplicationScoped
public class KeepAchievement {

    private static final Logger LOG = Logger.getLogger(KeepAchievement.class);

    private final UnitOfWork unitOfWork;
    private final ReleaseAwards release;

    KeepAchievement(UnitOfWork unitOfWork, ReleaseAwards release) {
        this.unitOfWork = unitOfWork;
        this.release = release;
    }

    /** The release runs on every delivery: an earlier one may have been cut off before it. */
    public Uni<Void> onPublished(Event event) {
        Achievement achievement = AwardEvents.read(event, Achievement::new);
        AchievementAddresses.flaws(achievement)
                .forEach(flaw -> LOG.warnf(
                        "event=achievement-unfit tenant=%s achievement=%s version=%d reason=\"%s\"",
                        event.tenant(), achievement.id(), achievement.version(), flaw));
        AchievementRow.Key key = new AchievementRow.Key(event.tenant(), achievement.id(), achievement.version());
        return unitOfWork
                .once(
                        event,
                        session -> Arrivals.lockAchievement(session, key)
                                .chain(() -> keep(
                                        session, key, achievement, event.data().toString())))
                .chain(() -> release.forAchievement(key));
    }

    private static Uni<Void> keep(
            Mutiny.Session session, AchievementRow.Key key, Achievement achievement, String definition) {
        return session.createNativeQuery("""
                        insert into achievement (tenant_id, achievement_id, version, definition)
                        values (?1, ?2, ?3, ?4) on conflict do nothing""")
                .setParameter(1, key.tenant())
                .setParameter(2, key.achievementId())
                .setParameter(3, key.version())
                .setParameter(4, definition)
                .executeUpdate()
                .chain(rows -> rows == 1
                        ? Uni.createFrom().voidItem()
                        : session.find(AchievementRow.class, key)
                                .invoke(row -> refuseChange(row, achievement))
                                .replaceWithVoid());
    }

    private static void refuseChange(AchievementRow row, Achievement achievement) {
        if (!row.achievement().equals(achievement)) {
            throw new PermanentFailure(
                    FailureCode.INVARIANT_VIOLATED,
                    "version " + row.version + " of " + row.achievementId
                            + " is published already and says something else");
        }
    }
}
