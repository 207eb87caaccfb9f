package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.issuance.award.Award;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Awards whose person or achievement version is not known here yet, and those that could not be issued as they are. */
@ApplicationScoped
class PendingAwards {

    private static final Logger LOG = Logger.getLogger(PendingAwards.class);
    private static final int MAX_PROBLEM = 2000;

    private final UnitOfWork unitOfWork;

    PendingAwards(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * Lets the award wait. False where what it would wait for arrived meanwhile: the locks are the same that arrivals
     * take, so either this sees the arrival or the arrival sees this.
     */
    Uni<Boolean> park(Event event, Award award) {
        return unitOfWork
                .once(
                        event,
                        session -> Arrivals.lock(session, event.tenant(), award)
                                .chain(earner -> Arrivals.allKnown(session, event.tenant(), award, earner)
                                        .chain(known -> known
                                                ? Uni.createFrom().failure(new NothingToWaitFor())
                                                : insert(session, event, award, earner, null))))
                .replaceWith(true)
                .onFailure(NothingToWaitFor.class)
                .recoverWithItem(false);
    }

    /** Keeps an award that cannot be issued as it is, with the reason: somebody may mend the cause and ask for it again. */
    Uni<Void> parkUnfit(Event event, Award award, String problem) {
        LOG.warnf("event=award-unfit tenant=%s decision=%s reason=\"%s\"", event.tenant(), award.decisionId(), problem);
        return unitOfWork.once(
                event,
                session -> MergedPeople.lock(session, event.tenant(), award.personId())
                        .chain(earner -> insert(session, event, award, earner, shortened(problem))));
    }

    /** Rolls the parking transaction back. */
    private static final class NothingToWaitFor extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingToWaitFor() {
            super(null, null, false, false);
        }
    }

    private static Uni<Void> insert(Mutiny.Session session, Event event, Award award, UUID earner, String problem) {
        return session.createNativeQuery("""
                        insert into pending_award (tenant_id, decision_id, person_id, achievement_id,
                                                   achievement_version, received_at, event_id, correlation_id,
                                                   traceparent, facts, problem)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as varchar), ?10,
                                cast(?11 as varchar))
                        on conflict do nothing""")
                .setParameter(1, event.tenant())
                .setParameter(2, award.decisionId())
                .setParameter(3, earner)
                .setParameter(4, award.achievementId())
                .setParameter(5, award.achievementVersion())
                .setParameter(6, OffsetDateTime.now(ZoneOffset.UTC))
                .setParameter(7, event.id())
                .setParameter(8, event.correlationId())
                .setParameter(9, event.traceparent())
                .setParameter(10, event.data().toString())
                .setParameter(11, problem)
                .executeUpdate()
                .invoke(() -> LOG.infof(
                        "event=award-parked tenant=%s decision=%s person=%s achievement=%s version=%d",
                        event.tenant(), award.decisionId(), earner, award.achievementId(), award.achievementVersion()))
                .replaceWithVoid();
    }

    static Uni<Void> clear(Mutiny.Session session, String tenant, UUID decisionId) {
        return session.createMutationQuery("delete from PendingAwardRow where tenant = ?1 and decisionId = ?2")
                .setParameter(1, tenant)
                .setParameter(2, decisionId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Keeps the reason why it cannot be issued where an administrator sees it. */
    Uni<Void> mark(String tenant, UUID decisionId, String problem) {
        LOG.warnf("event=award-unfit tenant=%s decision=%s reason=\"%s\"", tenant, decisionId, problem);
        return unitOfWork.inTenant(
                tenant,
                session -> session.createMutationQuery(
                                "update PendingAwardRow set problem = ?1 where tenant = ?2 and decisionId = ?3")
                        .setParameter(1, shortened(problem))
                        .setParameter(2, tenant)
                        .setParameter(3, decisionId)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private static String shortened(String problem) {
        return problem.substring(0, Math.min(problem.length(), MAX_PROBLEM));
    }

    Uni<List<PendingAwardRow>> forPerson(String tenant, UUID personId) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createSelectionQuery(
                                "from PendingAwardRow where tenant = ?1 and personId = ?2 order by receivedAt, decisionId",
                                PendingAwardRow.class)
                        .setParameter(1, tenant)
                        .setParameter(2, personId)
                        .getResultList());
    }

    /** At most as many as asked for, the longest waiting first, behind the last one handled. */
    Uni<List<PendingAwardRow>> forAchievement(AchievementRow.Key key, PendingAwardRow behind, int limit) {
        boolean first = behind == null;
        return unitOfWork.inTenant(key.tenant(), session -> {
            var query = session.createSelectionQuery(
                            "from PendingAwardRow where tenant = ?1 and achievementId = ?2 and achievementVersion = ?3"
                                    + (first ? "" : " and (receivedAt > ?4 or (receivedAt = ?4 and decisionId > ?5))")
                                    + " order by receivedAt, decisionId",
                            PendingAwardRow.class)
                    .setParameter(1, key.tenant())
                    .setParameter(2, key.achievementId())
                    .setParameter(3, key.version());
            if (!first) {
                query.setParameter(4, behind.receivedAt).setParameter(5, behind.decisionId);
            }
            return query.setMaxResults(limit).getResultList();
        });
    }
}
