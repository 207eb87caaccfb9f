package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.issuance.award.Award;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps an award that begins to wait and the arrival of what it waits for from missing each other. Locks are advisory and
 * end with the transaction; an award takes the achievement's before the person's, an arrival one sort only.
 */
final class Arrivals {

    private Arrivals() {}

    /** Answers with whose the award is now. */
    static Uni<UUID> lock(Mutiny.Session session, String tenant, Award award) {
        return lockAchievement(
                        session, new AchievementRow.Key(tenant, award.achievementId(), award.achievementVersion()))
                .chain(() -> MergedPeople.lock(session, tenant, award.personId()));
    }

    static Uni<Void> lockAchievement(Mutiny.Session session, AchievementRow.Key key) {
        return lock(session, "achievement/" + key.tenant() + "/" + key.achievementId() + "/" + key.version());
    }

    static Uni<Void> lockPerson(Mutiny.Session session, String tenant, UUID personId) {
        return lock(session, "person/" + tenant + "/" + personId);
    }

    static Uni<Boolean> allKnown(Mutiny.Session session, String tenant, Award award, UUID earner) {
        return session.<Boolean>createNativeQuery("""
                        select exists (select 1 from person where tenant_id = ?1 and person_id = ?2)
                           and exists (select 1 from achievement
                                       where tenant_id = ?1 and achievement_id = ?3 and version = ?4)""")
                .setParameter(1, tenant)
                .setParameter(2, earner)
                .setParameter(3, award.achievementId())
                .setParameter(4, award.achievementVersion())
                .getSingleResult();
    }

    private static Uni<Void> lock(Mutiny.Session session, String name) {
        return session.<String>createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as varchar)")
                .setParameter(1, name)
                .getSingleResult()
                .replaceWithVoid();
    }
}
