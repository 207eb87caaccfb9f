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

/** How connections do, counted from what an index holds of a bounded time; statements are deliveries like any other. */
@ApplicationScoped
public class Activities {

    private static final String OF_CONNECTION =
            " where tenant_id = ?1 and connection_id = cast(cast(?2 as text) as uuid) ";
    private static final String NEWEST = """
            select moment from (
                (select received_at as moment from delivery %1$s order by received_at desc limit ?3)
                union all
                (select stored as moment from xapi_statement %1$s order by stored desc limit ?3)
            ) as times order by moment desc limit ?3""".formatted(OF_CONNECTION);
    private static final String HOURS = """
            select date_trunc('hour', moment, 'UTC'), state, count(*) from (
                select received_at as moment, state from delivery %1$s
                   and received_at >= cast(cast(?3 as text) as timestamptz)
                union all
                select stored as moment, state from xapi_statement %1$s
                   and stored >= cast(cast(?3 as text) as timestamptz)
            ) as recent group by 1, 2 order by 1, 2""".formatted(OF_CONNECTION);
    private static final String LAST = """
            select max(moment) from (
                (select received_at as moment from delivery %1$s and state = cast(?3 as varchar)
                 order by received_at desc limit 1)
                union all
                (select stored as moment from xapi_statement %1$s and state = cast(?3 as varchar)
                 order by stored desc limit 1)
            ) as newest""".formatted(OF_CONNECTION);

    private final UnitOfWork unitOfWork;

    Activities(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** @param since the hours are counted from then on */
    public Uni<ConnectionActivity> of(String tenant, UUID connection, Instant since) {
        return unitOfWork.inTenant(
                tenant,
                session -> hours(session, tenant, connection, since)
                        .chain(hours -> newest(session, tenant, connection)
                                .chain(newest -> last(session, tenant, connection)
                                        .map(last -> new ConnectionActivity(last, hours, newest)))));
    }

    /** The times of a connection's newest deliveries, at most {@value Silence#MOST}. */
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
