package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.adapter.postgres.FetchQueue.Taken;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.evidence.EvidenceChannel;
import dev.touchstone.intake.people.Identity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            insert into delivery_fetched (delivery_id, tenant_id, connection_id, subject, asked_at, content)
            values (?1, ?2, ?3, ?4, ?5, cast(cast(?6 as text) as json))
            on conflict (delivery_id) do update set subject = excluded.subject, asked_at = excluded.asked_at,
                                                    content = excluded.content""";
    private static final String LATER = """
            select count(*) from delivery_fetched
            where tenant_id = ?1 and connection_id = ?2 and subject = ?3 and asked_at > ?4 and delivery_id <> ?5""";
    private static final String TELL = """
            update delivery set state = ?3, reason = cast(?4 as varchar), detail = cast(?5 as varchar)
            where tenant_id = ?1 and id = ?2""";

    private static final String OVERTAKEN = "fetch-overtaken";
    private static final String OVERTAKEN_DETAIL =
            "a later answer about the same came first; it is asked once more, because this one may be older";

    private final UnitOfWork unitOfWork;
    private final CarryOut carryOut;
    private final ReleaseParked releaseParked;

    SettleFetch(UnitOfWork unitOfWork, CarryOut carryOut, ReleaseParked releaseParked) {
        this.unitOfWork = unitOfWork;
        this.carryOut = carryOut;
        this.releaseParked = releaseParked;
    }

    /**
     * What a system answered.
     *
     * @param subject a digest of what it was asked for first
     * @param byName the answers by the names of their requests
     */
    public record Fetched(String subject, Map<String, Object> byName) {

        /** Says nothing: it is about somebody. */
        @Override
        public String toString() {
            return "fetched";
        }
    }

    /**
     * It was answered: the delivery takes effect like any other. Unless an answer about the same that was asked for later
     * has taken effect already: this one may be older, so it is asked for once more.
     *
     * @param answers of the system
     * @param read the delivery as it is understood with them
     * @return false, if it did not take effect
     */
    public Uni<Boolean> fetched(
            Connection connection, Taken taken, Fetched answers, IncomingDelivery read, Instant now) {
        return unitOfWork
                .inTenant(
                        taken.tenant(),
                        session -> ifStillTaken(
                                session,
                                taken,
                                () -> overtaken(session, taken, answers)
                                        .chain(overtaken -> overtaken
                                                ? later(session, taken, OVERTAKEN, OVERTAKEN_DETAIL, now)
                                                        .replaceWith(Optional.<Set<Identity>>empty())
                                                : effect(session, connection, taken, answers, read, now)
                                                        .map(Optional::of))))
                .map(settled -> settled.flatMap(gained -> gained))
                .invoke(gained -> gained.ifPresent(moved -> releaseParked.begin(taken.tenant(), moved)))
                .map(Optional::isPresent);
    }

    private Uni<Set<Identity>> effect(
            Mutiny.Session session,
            Connection connection,
            Taken taken,
            Fetched answers,
            IncomingDelivery read,
            Instant now) {
        return keep(session, taken, answers)
                .chain(() -> ReplayDelivery.settle(session, taken.tenant(), read))
                .chain(() -> remove(session, taken))
                .chain(() -> carryOut.all(session, connection, EvidenceChannel.WEBHOOK, List.of(read), now));
    }

    /** Those that settle answers about the same do so one after the other. */
    private static Uni<Boolean> overtaken(Mutiny.Session session, Taken taken, Fetched answers) {
        return session.<Object>createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 1010)) as text)")
                .setParameter(1, taken.connection() + answers.subject())
                .getSingleResult()
                .chain(() -> session.<Long>createNativeQuery(LATER)
                        .setParameter(1, taken.tenant())
                        .setParameter(2, taken.connection())
                        .setParameter(3, answers.subject())
                        .setParameter(4, Sql.time(taken.at()))
                        .setParameter(5, taken.delivery())
                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** It may be answered later. The delivery says why it still waits. */
    public Uni<Boolean> again(Taken taken, String reason, String detail, Instant due) {
        return unitOfWork
                .inTenant(
                        taken.tenant(),
                        session -> ifStillTaken(session, taken, () -> later(session, taken, reason, detail, due)))
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

    private static Uni<Integer> keep(Mutiny.Session session, Taken taken, Fetched answers) {
        return session.createNativeQuery(KEEP)
                .setParameter(1, taken.delivery())
                .setParameter(2, taken.tenant())
                .setParameter(3, taken.connection())
                .setParameter(4, answers.subject())
                .setParameter(5, Sql.time(taken.at()))
                .setParameter(6, JsonValues.whole(answers.byName()))
                .executeUpdate();
    }

    private static Uni<Integer> later(Mutiny.Session session, Taken taken, String reason, String detail, Instant due) {
        return tell(session, taken, DeliveryState.FETCHING, reason, detail)
                .chain(() -> session.createNativeQuery(
                                "update delivery_fetch set due_at = ?2, lease = null where delivery_id = ?1")
                        .setParameter(1, taken.delivery())
                        .setParameter(2, Sql.time(due))
                        .executeUpdate());
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
