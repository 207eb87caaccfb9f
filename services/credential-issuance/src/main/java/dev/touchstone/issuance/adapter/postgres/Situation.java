package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.award.Award;
import dev.touchstone.issuance.award.Earner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds out how far an award has come. */
@ApplicationScoped
class Situation {

    private final UnitOfWork unitOfWork;

    Situation(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** How far an award has come. */
    sealed interface State permits Issued, Waiting, Ready {}

    /** Its credential exists. */
    record Issued() implements State {}

    /** The person or the achievement version is not known here yet. */
    record Waiting() implements State {}

    /**
     * It can be issued.
     *
     * @param parked it waited before, so it has a row to be cleared
     * @param intent what an earlier try settled, where one came that far
     */
    record Ready(Achievement achievement, Earner earner, boolean parked, Optional<IntentRow> intent) implements State {}

    Uni<State> of(String tenant, Award award) {
        return unitOfWork.inTenant(
                tenant,
                session -> isIssued(session, tenant, award)
                        .chain(issued ->
                                issued ? Uni.createFrom().item(new Issued()) : readiness(session, tenant, award)));
    }

    private static Uni<Boolean> isIssued(Mutiny.Session session, String tenant, Award award) {
        return session.createSelectionQuery(
                        "select count(*) from CredentialRow where tenant = ?1 and decisionId = ?2", Long.class)
                .setParameter(1, tenant)
                .setParameter(2, award.decisionId())
                .getSingleResult()
                .map(count -> count > 0);
    }

    private static Uni<State> readiness(Mutiny.Session session, String tenant, Award award) {
        return session.find(PersonRow.class, award.personId())
                .chain(person -> session.find(
                                AchievementRow.class,
                                new AchievementRow.Key(tenant, award.achievementId(), award.achievementVersion()))
                        .chain(achievement -> person == null || achievement == null
                                ? Uni.createFrom().item(new Waiting())
                                : ready(session, tenant, award, achievement.achievement(), person.earner())));
    }

    private static Uni<State> ready(
            Mutiny.Session session, String tenant, Award award, Achievement achievement, Earner earner) {
        return session.find(IntentRow.class, new IntentRow.Key(tenant, award.decisionId()))
                .chain(intent -> session.find(
                                PendingAwardRow.class, new PendingAwardRow.Key(tenant, award.decisionId()))
                        .map(parked -> new Ready(achievement, earner, parked != null, Optional.ofNullable(intent))));
    }
}
