package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
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

    private static final int FIRST = 1;

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
     * @param edition 1, and one more each time the credential is issued again
     * @param intent what an earlier try settled, where one came that far
     */
    record Ready(Achievement achievement, Earner earner, boolean parked, int edition, Optional<IntentRow> intent)
            implements State {}

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
        return MergedPeople.survivor(session, tenant, award.personId())
                .chain(earner -> session.find(PersonRow.class, earner))
                .chain(person -> session.find(
                                AchievementRow.class,
                                new AchievementRow.Key(tenant, award.achievementId(), award.achievementVersion()))
                        .chain(achievement -> person == null || achievement == null
                                ? Uni.createFrom().item(new Waiting())
                                : ready(session, tenant, award, achievement.achievement(), person.earner())));
    }

    private static Uni<State> ready(
            Mutiny.Session session, String tenant, Award award, Achievement achievement, Earner earner) {
        return session.find(IntentRow.class, new IntentRow.Key(tenant, award.decisionId(), FIRST))
                .chain(intent -> session.find(
                                PendingAwardRow.class, new PendingAwardRow.Key(tenant, award.decisionId()))
                        .map(parked ->
                                new Ready(achievement, earner, parked != null, FIRST, Optional.ofNullable(intent))));
    }

    /**
     * What the next edition of a credential is made of.
     *
     * @throws ProblemException conflict, through the result, where something that it needs is not known here
     */
    Uni<ReissueCredential.Again> again(String tenant, CredentialRow former) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.<String>createNativeQuery(
                                "select facts from signed_document where tenant_id = ?1 and credential_id = ?2")
                        .setParameter(1, tenant)
                        .setParameter(2, former.id)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .failWith(() -> ProblemException.conflict("The credential was issued before it was kept what it"
                                + " is made of, so it cannot be issued again. It stays valid as it is."))
                        .map(facts -> new Award(AchievementRow.facts(facts)))
                        .chain(award -> readiness(session, tenant, award)
                                .chain(state -> next(session, tenant, award, former.edition + 1, state))));
    }

    private static Uni<ReissueCredential.Again> next(
            Mutiny.Session session, String tenant, Award award, int edition, State state) {
        if (!(state instanceof Ready ready)) {
            throw ProblemException.conflict("The earner is not known here yet. Send the request again later.");
        }
        return session.find(IntentRow.class, new IntentRow.Key(tenant, award.decisionId(), edition))
                .map(intent -> new ReissueCredential.Again(
                        award,
                        new Ready(ready.achievement(), ready.earner(), false, edition, Optional.ofNullable(intent))));
    }
}
