package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.evidence.EvidenceChannel;
import dev.touchstone.intake.people.Identity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
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
     * @param again the delivery as it is understood now
     * @throws ProblemException conflict, if it has been understood in the meantime
     */
    public Uni<DeliveryState> replay(
            Connection connection, EvidenceChannel channel, IncomingDelivery again, Instant now) {
        return unitOfWork
                .inTenant(
                        connection.tenant(),
                        session -> settle(session, connection.tenant(), again)
                                .chain(() -> carryOut.all(session, connection, channel, List.of(again), now))
                                .chain(gained -> state(session, connection.tenant(), again.id())
                                        .map(state -> new Replayed(state, gained))))
                .invoke(replayed -> releaseParked.begin(connection.tenant(), replayed.gained()))
                .map(Replayed::state);
    }

    private record Replayed(DeliveryState state, Set<Identity> gained) {}

    private static Uni<DeliveryState> state(Mutiny.Session session, String tenant, UUID id) {
        return session.createNativeQuery("select state from delivery where tenant_id = ?1 and id = ?2", String.class)
                .setParameter(1, tenant)
                .setParameter(2, id)
                .getSingleResult()
                .map(DeliveryState.WORDS::get);
    }

    private static Uni<Void> settle(Mutiny.Session session, String tenant, IncomingDelivery again) {
        UUID id = again.id();
        return session.createNativeQuery("""
                        update delivery set state = ?3, reason = cast(?4 as varchar), detail = cast(?5 as varchar)
                        where tenant_id = ?1 and id = ?2 and state <> 'accepted'""")
                .setParameter(1, tenant)
                .setParameter(2, id)
                .setParameter(3, again.state().word())
                .setParameter(
                        4,
                        again.unreadable() == null ? null : again.unreadable().reason())
                .setParameter(
                        5,
                        again.unreadable() == null ? null : again.unreadable().getMessage())
                .executeUpdate()
                .invoke(rows -> {
                    if (rows == 0) {
                        throw ProblemException.conflict("The delivery has been accepted already.");
                    }
                })
                .replaceWithVoid();
    }
}
