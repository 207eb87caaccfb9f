package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.Delivery;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.people.Identity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reads a kept delivery again, after its connection's template was mended. Whatever it made before stays as it is, so
 * only deliveries that made nothing may be replayed.
 */
@ApplicationScoped
public class ReplayDelivery {

    private final UnitOfWork unitOfWork;
    private final CarryOut carryOut;
    private final ReleaseParked releaseParked;

    ReplayDelivery(UnitOfWork unitOfWork, CarryOut carryOut, ReleaseParked releaseParked) {
        this.unitOfWork = unitOfWork;
        this.carryOut = carryOut;
        this.releaseParked = releaseParked;
    }

    /**
     * @param seen the delivery as it was when {@code again} was made of it
     * @param again the delivery as it is understood now
     * @throws ProblemException conflict, if something became of it in the meantime
     */
    public Uni<DeliveryState> replay(Connection connection, Delivery seen, IncomingDelivery again, Instant now) {
        return unitOfWork
                .inTenant(
                        connection.tenant(),
                        session -> unchanged(session, connection.tenant(), seen)
                                .chain(() -> settle(session, connection.tenant(), again))
                                .chain(() -> FetchQueue.add(session, connection, toFetch(again), now))
                                .chain(() -> carryOut.all(session, connection, seen.channel(), List.of(again), now))
                                .chain(gained -> state(session, connection.tenant(), again.id())
                                        .map(state -> new Replayed(state, gained))))
                .invoke(replayed -> releaseParked.begin(connection.tenant(), replayed.gained()))
                .map(Replayed::state);
    }

    private record Replayed(DeliveryState state, Set<Identity> gained) {}

    private static Uni<DeliveryState> state(Mutiny.Session session, String tenant, UUID id) {
        return session.<String>createNativeQuery("select state from delivery where tenant_id = ?1 and id = ?2")
                .setParameter(1, tenant)
                .setParameter(2, id)
                .getSingleResult()
                .map(DeliveryState.WORDS::get);
    }

    /** Holds the row until the end: of two replays at once, the second decides by what the first has made of it. */
    private static Uni<Void> unchanged(Mutiny.Session session, String tenant, Delivery seen) {
        return session.createNativeQuery(
                        "select state, reason from delivery where tenant_id = ?1 and id = ?2 for update",
                        Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, seen.id())
                .getSingleResult()
                .invoke(row -> {
                    if (DeliveryState.WORDS.get(row[0]) == DeliveryState.ACCEPTED) {
                        throw ProblemException.conflict("The delivery has been accepted already.");
                    }
                    if (DeliveryState.WORDS.get(row[0]) == DeliveryState.FETCHING) {
                        throw ProblemException.conflict("Its system is being asked already.");
                    }
                    if (!seen.state().word().equals(row[0]) || !Objects.equals(seen.reason(), row[1])) {
                        throw ProblemException.conflict(
                                "The delivery was replayed at the same time. Look at it again.");
                    }
                })
                .replaceWithVoid();
    }

    private static List<UUID> toFetch(IncomingDelivery again) {
        return again.state() == DeliveryState.FETCHING ? List.of(again.id()) : List.of();
    }

    static Uni<Void> settle(Mutiny.Session session, String tenant, IncomingDelivery again) {
        UUID id = again.id();
        return session.createNativeQuery("""
                        update delivery set state = ?3, reason = cast(?4 as varchar), detail = cast(?5 as varchar)
                        where tenant_id = ?1 and id = ?2""")
                .setParameter(1, tenant)
                .setParameter(2, id)
                .setParameter(3, again.state().word())
                .setParameter(4, again.reason())
                .setParameter(5, again.detail())
                .executeUpdate()
                .replaceWithVoid();
    }
}
