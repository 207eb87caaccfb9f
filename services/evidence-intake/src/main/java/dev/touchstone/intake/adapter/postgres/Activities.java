package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.delivery.ConnectionActivity;
import dev.touchstone.intake.delivery.ConnectionActivity.Hour;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.delivery.Silence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How connections do: deliveries as an index holds them, statements as {@link StatementCounts} counted them. The hours of
 * deliveries with something in them are found by leaps, one look into the index for each.
 */
@ApplicationScoped
public class Activities {

    /** As many steps of counting as a reader waits for; more is counted soon anyway. */
    private static final int STEPS = 3;

    private static final String OF_CONNECTION =
            " where tenant_id = ?1 and connection_id = cast(cast(?2 as text) as uuid) ";
    private static final String NEWEST = """
            with recursive busy(moment, hops) as (
                (select received_at, 1 from delivery %1$s order by received_at desc limit 1)
                union all
                select (select received_at from delivery %1$s
                           and received_at < date_trunc('hour', busy.moment, 'UTC')
                        order by received_at desc limit 1), hops + 1
                from busy where busy.moment is not null and hops < ?3)
            select max(moment) from (
                select moment from busy where moment is not null
                union all
                (select last_at from connection_hour %1$s order by hour desc limit 3 * ?3)
            ) as times group by date_trunc('hour', moment, 'UTC') order by 1 desc limit ?3""".formatted(OF_CONNECTION);
    private static final String HOURS = """
            select hour, state, cast(sum(deliveries) as bigint) from (
                select date_trunc('hour', received_at, 'UTC') as hour, state, count(*) as deliveries from delivery %1$s
                   and received_at >= cast(cast(?3 as text) as timestamptz) group by 1, 2
                union all
                select hour, state, statements from connection_hour %1$s
                   and hour >= cast(cast(?3 as text) as timestamptz)
            ) as recent group by 1, 2 order by 1, 2""".formatted(OF_CONNECTION);
    private static final String LAST = """
            select max(moment) from (
                (select received_at as moment from delivery %1$s and state = cast(?3 as varchar)
                 order by received_at desc limit 1)
                union all
                (select last_at as moment from connection_hour %1$s and state = cast(?3 as varchar)
                 order by hour desc limit 1)
            ) as newest""".formatted(OF_CONNECTION);

    private final UnitOfWork unitOfWork;
    private final StatementCounts counts;

    Activities(UnitOfWork unitOfWork, StatementCounts counts) {
        this.unitOfWork = unitOfWork;
        this.counts = counts;
    }

    /** @param since the hours are counted from then on */
    public Uni<ConnectionActivity> of(String tenant, UUID connection, Instant since) {
        return counts.catchUp(tenant, STEPS)
                .chain(() -> unitOfWork.inTenant(
                        tenant,
                        session -> hours(session, tenant, connection, since)
                                .chain(hours -> newest(session, tenant, connection)
                                        .chain(newest -> last(session, tenant, connection)
                                                .map(last -> new ConnectionActivity(last, hours, newest))))));
    }

    /** When it last delivered in each of the newest hours in which it did, at most {@value Silence#MOST}. */
    Uni<List<Instant>> newest(String tenant, UUID connection) {
        return unitOfWork.inTenant(tenant, session -> newest(session, tenant, connection));
    }

    private static Uni<List<Hour>> hours(Mutiny.Session session, String tenant, UUID connection, Instant since) {
        return session.createNativeQuery(HOURS, Object[].class)
                .setParameter(1, tenant)
                .setParameter(2, connection.toString())
                .setParameter(3, since.toString())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Hour(
                                Sql.instant(row[0]),
                                DeliveryState.WORDS.get((String) row[1]),
                                ((Number) row[2]).longValue()))
                        .toList());
    }

    private static Uni<List<Instant>> newest(Mutiny.Session session, String tenant, UUID connection) {
        return session.<Object>createNativeQuery(NEWEST)
                .setParameter(1, tenant)
                .setParameter(2, connection.toString())
                .setParameter(3, Silence.MOST)
                .getResultList()
                .map(rows -> rows.stream().map(Sql::instant).toList());
    }

    private static Uni<Map<DeliveryState, Instant>> last(Mutiny.Session session, String tenant, UUID connection) {
        Uni<Map<DeliveryState, Instant>> all =
                Uni.createFrom().item(() -> new EnumMap<DeliveryState, Instant>(DeliveryState.class));
        for (DeliveryState state : DeliveryState.values()) {
            all = all.chain(found -> session.<Object>createNativeQuery(LAST)
                    .setParameter(1, tenant)
                    .setParameter(2, connection.toString())
                    .setParameter(3, state.word())
                    .getSingleResultOrNull()
                    .invoke(time -> {
                        if (time != null) {
                            found.put(state, Sql.instant(time));
                        }
                    })
                    .replaceWith(found));
        }
        return all;
    }
}
