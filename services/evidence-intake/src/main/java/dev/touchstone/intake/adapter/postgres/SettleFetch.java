package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.postgres.FetchQueue.Taken;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.evidence.EvidenceChannel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What became of asking a system about a delivery, in one transaction. Whoever has lost the lease changes nothing: the
 * one who has it now is asking too.
 */
@ApplicationScoped
public class SettleFetch {

    private static final String KEEP = """
            insert into delivery_fetched (delivery_id, tenant_id, content, fetched_at)
            values (?1, ?2, cast(cast(?3 as text) as json), ?4)
            on conflict (delivery_id) do update set content = excluded.content, fetched_at = excluded.fetched_at""";
    private static final String TELL = """
            update delivery set state = ?3, reason = cast(?4 as varchar), detail = cast(?5 as varchar)
            where tenant_id = ?1 and id = ?2""";

    private final UnitOfWork unitOfWork;
    private final CarryOut carryOut;
    private final ReleaseParked releaseParked;

    SettleFetch(UnitOfWork unitOfWork, CarryOut carryOut, ReleaseParked releaseParked) {
        this.unitOfWork = unitOfWork;
        this.carryOut = carryOut;
        this.releaseParked = releaseParked;
    }

    /**
     * It was answered: the delivery takes effect like any other.
     *
     * @param fetched the answers by the names of their requests
     * @param read the delivery as it is understood with them
     * @return whether it took effect; not, if the lease was lost
     */
    public Uni<Boolean> fetched(
            Connection connection, Taken taken, Map<String, Object> fetched, IncomingDelivery read, Instant now) {
        return unitOfWork
                .inTenant(
                        taken.tenant(),
                        session -> ifStillTaken(
                                session,
                                taken,
                                () -> keep(session, taken, fetched, now)
                                        .chain(() -> ReplayDelivery.settle(session, taken.tenant(), read))
                                        .chain(() -> remove(session, taken))
                                        .chain(() -> carryOut.all(
                                                session, connection, EvidenceChannel.WEBHOOK, List.of(read), now))))
                .invoke(gained -> gained.ifPresent(moved -> releaseParked.begin(taken.tenant(), moved)))
                .map(Optional::isPresent);
    }

    /** It may be answered later. The delivery says why it still waits. */
    public Uni<Boolean> again(Taken taken, String reason, String detail, Instant due) {
        return unitOfWork
                .inTenant(
                        taken.tenant(),
                        session -> ifStillTaken(
                                session,
                                taken,
                                () -> tell(session, taken, DeliveryState.FETCHING, reason, detail)
                                        .chain(() -> session.createNativeQuery("""
                                                        update delivery_fetch set due_at = ?2, lease = null
                                                        where delivery_id = ?1""")
                                                .setParameter(1, taken.delivery())
                                                .setParameter(2, Sql.time(due))
                                                .executeUpdate())))
                .map(Optional::isPresent);
    }

    /** It will not be answered. The delivery is kept, to be replayed. */
    public Uni<Boolean> failed(Taken taken, String reason, String detail) {
        return unitOfWork
                .inTenant(
                        taken.tenant(),
                        session -> ifStillTaken(
                                session,
                                taken,
                                () -> tell(session, taken, DeliveryState.PARKED, reason, detail)
                                        .chain(() -> remove(session, taken))))
                .map(Optional::isPresent);
    }

    private static <T> Uni<Optional<T>> ifStillTaken(Mutiny.Session session, Taken taken, Supplier<Uni<T>> work) {
        return session.<UUID>createNativeQuery(
                        "select delivery_id from delivery_fetch where delivery_id = ?1 and lease = ?2 for update")
                .setParameter(1, taken.delivery())
                .setParameter(2, taken.lease())
                .getSingleResultOrNull()
                .chain(found -> found == null
                        ? Uni.createFrom().item(Optional.<T>empty())
                        : work.get().map(Optional::of));
    }

    private static Uni<Integer> keep(Mutiny.Session session, Taken taken, Map<String, Object> fetched, Instant now) {
        return session.createNativeQuery(KEEP)
                .setParameter(1, taken.delivery())
                .setParameter(2, taken.tenant())
                .setParameter(3, JsonValues.whole(fetched))
                .setParameter(4, Sql.time(now))
                .executeUpdate();
    }

    private static Uni<Integer> tell(
            Mutiny.Session session, Taken taken, DeliveryState state, String reason, String detail) {
        return session.createNativeQuery(TELL)
                .setParameter(1, taken.tenant())
                .setParameter(2, taken.delivery())
                .setParameter(3, state.word())
                .setParameter(4, reason)
                .setParameter(5, detail)
                .executeUpdate();
    }

    private static Uni<Integer> remove(Mutiny.Session session, Taken taken) {
        return session.createNativeQuery("delete from delivery_fetch where delivery_id = ?1")
                .setParameter(1, taken.delivery())
                .executeUpdate();
    }
}
