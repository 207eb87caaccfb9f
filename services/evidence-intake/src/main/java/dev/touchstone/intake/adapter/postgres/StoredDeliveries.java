package dev.touchstone.intake.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.delivery.Delivery;
import dev.touchstone.intake.delivery.DeliveryFilter;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.evidence.EvidenceChannel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was delivered, newest first. Statements of the record store are deliveries like any other. */
@ApplicationScoped
public class StoredDeliveries {

    private static final String FILTER = """
            where tenant_id = ?1 and (cast(?2 as text) is null or connection_id = cast(cast(?2 as text) as uuid))
              and (cast(?3 as varchar) is null or state = cast(?3 as varchar))
              and (cast(?7 as varchar) is null or reason = cast(?7 as varchar))
            """;
    private static final String RAW = """
            select id, connection_id, channel, state, reason, detail, received_at, cast(headers as text), body,
                   (select cast(content as text) from delivery_fetched
                    where tenant_id = ?1 and delivery_id = delivery.id)
            from delivery
            """;
    private static final String PAGE = """
            select * from (
                (select id, connection_id, channel, state, reason, detail, received_at from delivery
            """ + FILTER + """
                   and (received_at, id) < (cast(cast(?4 as text) as timestamptz), cast(cast(?5 as text) as uuid))
                   and received_at >= cast(cast(?8 as text) as timestamptz)
                 order by received_at desc, id desc limit ?6)
                union all
                (select id, connection_id, 'xapi', state, reason, cast(null as varchar), stored from xapi_statement
            """ + FILTER + """
                   and (stored, id) < (cast(cast(?4 as text) as timestamptz), cast(cast(?5 as text) as uuid))
                   and stored >= cast(cast(?8 as text) as timestamptz)
                 order by stored desc, id desc limit ?6)
            ) as deliveries order by received_at desc, id desc limit ?6""";
    private static final String ONE = """
            select id, connection_id, channel, state, reason, detail, received_at from delivery
            where tenant_id = ?1 and id = ?2
            union all
            select id, connection_id, 'xapi', state, reason, cast(null as varchar), stored from xapi_statement
            where tenant_id = ?1 and id = ?2""";
    /** Before everything that was ever received. */
    private static final Instant ALL = Instant.EPOCH;

    private final UnitOfWork unitOfWork;

    StoredDeliveries(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * A delivery with all that is needed to read it again.
     *
     * @param fetched what the system answered about it last; null if nothing was fetched
     */
    public record Raw(Delivery delivery, Map<String, String> headers, byte[] body, Map<String, Object> fetched) {}

    /** Behind the place given by time and id. */
    public Uni<List<Delivery>> page(String tenant, DeliveryFilter filter, Instant before, UUID beforeId, int most) {
        boolean ended = filter.to() != null && filter.to().isBefore(before);
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(
                                2,
                                filter.connectionId() == null
                                        ? null
                                        : filter.connectionId().toString())
                        .setParameter(
                                3,
                                filter.state() == null ? null : filter.state().word())
                        .setParameter(4, (ended ? filter.to() : before).toString())
                        .setParameter(5, (ended ? new UUID(0, 0) : beforeId).toString())
                        .setParameter(6, most)
                        .setParameter(7, filter.reason())
                        .setParameter(8, (filter.from() == null ? ALL : filter.from()).toString())
                        .getResultList()
                        .map(rows ->
                                rows.stream().map(StoredDeliveries::delivery).toList()));
    }

    /** Fails with not found. */
    public Uni<Delivery> one(String tenant, UUID id) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(ONE, Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, id)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .findFirst()
                                .map(StoredDeliveries::delivery)
                                .orElseThrow(() -> ProblemException.notFound("delivery"))));
    }

    /** The newest of a connection that need a template, at most {@code most}. */
    public Uni<List<Raw>> latest(String tenant, UUID connectionId, int most) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(
                                RAW + "where tenant_id = ?1 and connection_id = ?2 "
                                        + "order by received_at desc, id desc limit ?3",
                                Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, connectionId)
                        .setParameter(3, most)
                        .getResultList()
                        .map(rows -> rows.stream().map(StoredDeliveries::raw).toList()));
    }

    /** Those of a connection that have these ids; others are left out. */
    public Uni<List<Raw>> these(String tenant, UUID connectionId, Collection<UUID> ids) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(
                                RAW + "where tenant_id = ?1 and connection_id = ?2 "
                                        + "and id = any(cast(cast(?3 as text) as uuid[])) "
                                        + "order by received_at desc, id desc",
                                Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, connectionId)
                        .setParameter(3, Sql.uuids(ids))
                        .getResultList()
                        .map(rows -> rows.stream().map(StoredDeliveries::raw).toList()));
    }

    public Uni<Raw> raw(String tenant, UUID id) {
        return unitOfWork.inTenant(
                tenant,
                session -> session.createNativeQuery(RAW + "where tenant_id = ?1 and id = ?2", Object[].class)
                        .setParameter(1, tenant)
                        .setParameter(2, id)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .failWith(() -> ProblemException.notFound("delivery"))
                        .map(StoredDeliveries::raw));
    }

    private static Raw raw(Object[] row) {
        return new Raw(delivery(row), headers((String) row[7]), (byte[]) row[8], fetched((String) row[9]));
    }

    private static Delivery delivery(Object[] row) {
        return new Delivery(
                (UUID) row[0],
                (UUID) row[1],
                EvidenceChannel.WORDS.get((String) row[2]),
                DeliveryState.WORDS.get((String) row[3]),
                (String) row[4],
                (String) row[5],
                Sql.instant(row[6]));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fetched(String json) {
        return json == null ? null : (Map<String, Object>) JsonValues.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(String json) {
        try {
            return Json.TOLERANT.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored headers cannot be read", e);
        }
    }
}
