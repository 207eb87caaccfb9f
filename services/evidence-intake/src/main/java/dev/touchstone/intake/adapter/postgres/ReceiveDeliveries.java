package dev.touchstone.intake.adapter.postgres;

import dev.touchstone.chassis.overload.Admission;
import dev.touchstone.chassis.postgres.UnitOfWork;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.evidence.EvidenceChannel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps deliveries and carries out what they mean, in one transaction: the raw delivery, evidence, changes of people and
 * the events that tell of them, or that its system is to be asked first. A repetition changes nothing and is answered like the first.
 */
@ApplicationScoped
public class ReceiveDeliveries {

    private static final String INSERT = """
            insert into delivery (id, tenant_id, connection_id, channel, dedupe_key, state, reason, detail, ack_status,
                                  headers, body, digest, received_at)
            select id, cast(?1 as varchar), cast(cast(?2 as text) as uuid), cast(?3 as varchar), dedupe_key, state,
                   reason, detail, cast(?4 as integer), headers, decode(body, 'base64'), digest,
                   cast(cast(?5 as text) as timestamptz)
            from jsonb_to_recordset(cast(cast(?6 as text) as jsonb))
                 as row(id uuid, dedupe_key varchar, state varchar, reason varchar, detail varchar, headers jsonb,
                        body text, digest varchar)
            order by dedupe_key
            on conflict do nothing
            returning id""";

    private final Admission admission;
    private final UnitOfWork unitOfWork;
    private final CarryOut carryOut;
    private final ReleaseParked releaseParked;

    ReceiveDeliveries(Admission admission, UnitOfWork unitOfWork, CarryOut carryOut, ReleaseParked releaseParked) {
        this.admission = admission;
        this.unitOfWork = unitOfWork;
        this.carryOut = carryOut;
        this.releaseParked = releaseParked;
    }

    /**
     * What a delivery is answered.
     *
     * @param id of the first delivery with this key
     * @param ackStatus of the first answer
     * @param duplicate whether there was a first before this one
     */
    public record Receipt(UUID id, int ackStatus, boolean duplicate) {}

    /**
     * Answers in the order of the deliveries.
     *
     * @throws dev.touchstone.chassis.problem.ProblemException too many requests
     */
    public Uni<List<Receipt>> receive(
            Connection connection, EvidenceChannel channel, List<IncomingDelivery> deliveries, Instant now) {
        return admission.take(() -> store(connection, channel, deliveries, now));
    }

    private Uni<List<Receipt>> store(
            Connection connection, EvidenceChannel channel, List<IncomingDelivery> deliveries, Instant now) {
        String tenant = connection.tenant();
        return unitOfWork
                .inTenant(
                        tenant,
                        session -> insert(session, connection, channel, deliveries, now)
                                .call(fresh -> FetchQueue.add(session, connection, toFetch(deliveries, fresh), now))
                                .chain(fresh -> carryOut.all(
                                                session,
                                                connection,
                                                channel,
                                                deliveries.stream()
                                                        .filter(one -> fresh.contains(one.id()))
                                                        .toList(),
                                                now)
                                        .chain(gained -> receipts(session, connection, deliveries, fresh)
                                                .map(receipts -> new Outcome(receipts, gained)))))
                .invoke(outcome -> releaseParked.begin(tenant, outcome.gained()))
                .map(Outcome::receipts);
    }

    private record Outcome(List<Receipt> receipts, Set<dev.touchstone.intake.people.Identity> gained) {}

    private static Uni<Set<UUID>> insert(
            Mutiny.Session session,
            Connection connection,
            EvidenceChannel channel,
            List<IncomingDelivery> deliveries,
            Instant now) {
        return session.<UUID>createNativeQuery(INSERT)
                .setParameter(1, connection.tenant())
                .setParameter(2, connection.id().toString())
                .setParameter(3, channel.word())
                .setParameter(4, connection.settings().ackStatus())
                .setParameter(5, now.toString())
                .setParameter(
                        6,
                        Sql.json(deliveries.stream().map(IncomingDelivery::row).toList()))
                .getResultList()
                .map(HashSet::new);
    }

    private static List<UUID> toFetch(List<IncomingDelivery> deliveries, Set<UUID> fresh) {
        return deliveries.stream()
                .filter(one -> one.state() == DeliveryState.FETCHING)
                .map(IncomingDelivery::id)
                .filter(fresh::contains)
                .toList();
    }

    private static Uni<List<Receipt>> receipts(
            Mutiny.Session session, Connection connection, List<IncomingDelivery> deliveries, Set<UUID> fresh) {
        int ackStatus = connection.settings().ackStatus();
        if (fresh.size() == deliveries.size()) {
            return Uni.createFrom()
                    .item(deliveries.stream()
                            .map(one -> new Receipt(one.id(), ackStatus, false))
                            .toList());
        }
        Set<String> keys = deliveries.stream().map(IncomingDelivery::dedupeKey).collect(Collectors.toSet());
        return session.createNativeQuery("""
                        select dedupe_key, id, ack_status from delivery
                        where tenant_id = ?1 and connection_id = ?2
                          and dedupe_key in (select jsonb_array_elements_text(cast(cast(?3 as text) as jsonb)))""", Object[].class)
                .setParameter(1, connection.tenant())
                .setParameter(2, connection.id())
                .setParameter(3, Sql.json(keys))
                .getResultList()
                .map(rows -> {
                    Map<String, Receipt> first = new HashMap<>();
                    rows.forEach(row -> first.put((String) row[0], new Receipt((UUID) row[1], (Integer) row[2], true)));
                    return deliveries.stream()
                            .map(one -> fresh.contains(one.id())
                                    ? new Receipt(one.id(), ackStatus, false)
                                    : first.get(one.dedupeKey()))
                            .toList();
                });
    }
}
