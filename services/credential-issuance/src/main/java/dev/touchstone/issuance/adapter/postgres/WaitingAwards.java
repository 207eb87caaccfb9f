package dev.touchstone.issuance.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows what waits, and for what. */
@ApplicationScoped
public class WaitingAwards {

    private static final String SELECT =
            "select w, (select count(*) from PersonRow p where p.tenant = w.tenant and p.id = w.personId),"
                    + " (select count(*) from AchievementRow a where a.tenant = w.tenant"
                    + " and a.achievementId = w.achievementId and a.version = w.achievementVersion)"
                    + " from PendingAwardRow w where w.tenant = :tenant";

    private final UnitOfWork unitOfWork;

    WaitingAwards(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * An award that waits.
     *
     * @param waitsFor {@code person} and {@code achievement}, those that are not known here yet
     * @param problem why it could not be issued although everything is known; null where it was not tried
     */
    public record Waiting(
            UUID decisionId, Subject subject, Instant receivedAt, List<String> waitsFor, String problem) {}

    /** Who was awarded what. */
    public record Subject(UUID personId, String achievementId, int achievementVersion) {}

    /** A place in the list, the longest waiting first. */
    public record Position(Instant receivedAt, UUID decisionId) {}

    /** One more than the limit where there are more. */
    public Uni<List<Waiting>> page(String tenant, Position behind, int limit) {
        return unitOfWork.inTenant(
                tenant,
                session -> rows(session, tenant, behind, limit)
                        .map(rows -> rows.stream().map(WaitingAwards::waiting).toList()));
    }

    Uni<Optional<Waiting>> find(String tenant, UUID decisionId) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createSelectionQuery(SELECT + " and w.decisionId = :id", Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("id", decisionId)
                        .getSingleResultOrNull()
                        .map(row -> Optional.ofNullable(row).map(WaitingAwards::waiting)));
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, String tenant, Position behind, int limit) {
        var query = session.createSelectionQuery(
                        SELECT
                                + (behind == null
                                        ? ""
                                        : " and (w.receivedAt > :at or (w.receivedAt = :at and w.decisionId > :id))")
                                + " order by w.receivedAt, w.decisionId",
                        Object[].class)
                .setParameter("tenant", tenant);
        if (behind != null) {
            query.setParameter("at", behind.receivedAt()).setParameter("id", behind.decisionId());
        }
        return query.setMaxResults(limit + 1).getResultList();
    }

    private static Waiting waiting(Object[] row) {
        PendingAwardRow award = (PendingAwardRow) row[0];
        List<String> waitsFor = new java.util.ArrayList<>();
        if ((Long) row[1] == 0) {
            waitsFor.add("person");
        }
        if ((Long) row[2] == 0) {
            waitsFor.add("achievement");
        }
        return new Waiting(
                award.decisionId,
                new Subject(award.personId, award.achievementId, award.achievementVersion),
                award.receivedAt,
                List.copyOf(waitsFor),
                award.problem);
    }
}
