package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.postgres.IncomingDelivery;
import dev.touchstone.intake.adapter.postgres.LiveConnections;
import dev.touchstone.intake.adapter.postgres.ReplayDelivery;
import dev.touchstone.intake.adapter.postgres.StoredDeliveries;
import dev.touchstone.intake.adapter.postgres.StoredDeliveries.Raw;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.delivery.Delivery;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.delivery.Extraction;
import dev.touchstone.intake.evidence.EvidenceChannel;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads kept deliveries again, as their connections are configured now. */
@ApplicationScoped
class Replays {

    private static final String PEOPLE_ONLY = "person-ambiguous";

    private final StoredDeliveries deliveries;
    private final LiveConnections connections;
    private final Payloads payloads;
    private final Workers workers;
    private final ReplayDelivery replayDelivery;

    Replays(
            StoredDeliveries deliveries,
            LiveConnections connections,
            Payloads payloads,
            Workers workers,
            ReplayDelivery replayDelivery) {
        this.deliveries = deliveries;
        this.connections = connections;
        this.payloads = payloads;
        this.workers = workers;
        this.replayDelivery = replayDelivery;
    }

    /** @throws ProblemException conflict, if the delivery has been accepted already */
    Uni<DeliveryState> replay(String tenant, UUID id) {
        Instant now = Instant.now();
        return deliveries
                .raw(tenant, id)
                .invoke(raw -> {
                    if (raw.delivery().state() == DeliveryState.ACCEPTED) {
                        throw ProblemException.conflict("The delivery has been accepted already.");
                    }
                    if (raw.delivery().state() == DeliveryState.FETCHING) {
                        throw ProblemException.conflict("Its system is being asked already.");
                    }
                })
                .chain(raw -> connections
                        .find(raw.delivery().connectionId())
                        .map(found -> found.orElseThrow(() -> ProblemException.notFound("connection")))
                        .chain(live -> workers.run(() -> again(live.connection(), raw, now))
                                .chain(again -> replayDelivery.replay(live.connection(), raw.delivery(), again, now))));
    }

    /** What became of each. Statements, and what another replay or a removed connection got in the way of, stay as they are. */
    Uni<Map<UUID, DeliveryState>> all(String tenant, List<Delivery> parked) {
        Map<UUID, DeliveryState> states = new LinkedHashMap<>();
        return Multi.createFrom()
                .iterable(parked)
                .onItem()
                .transformToUniAndConcatenate(
                        delivery -> stateAfter(tenant, delivery).invoke(state -> states.put(delivery.id(), state)))
                .collect()
                .last()
                .replaceWith(states);
    }

    private Uni<DeliveryState> stateAfter(String tenant, Delivery delivery) {
        if (delivery.channel() == EvidenceChannel.XAPI) {
            return Uni.createFrom().item(delivery.state());
        }
        return replay(tenant, delivery.id())
                .onFailure(ProblemException.class)
                .recoverWithUni(() -> deliveries.one(tenant, delivery.id()).map(Delivery::state));
    }

    /**
     * What a delivery made before it stumbled over a person stays; only the people are looked at again, by what was
     * fetched then. Otherwise a system that has to be asked is asked again: what was missing there may be there now.
     */
    private IncomingDelivery again(Connection connection, Raw raw, Instant now) {
        boolean peopleOnly = PEOPLE_ONLY.equals(raw.delivery().reason());
        IncomingDelivery again = payloads.again(
                connection, raw.delivery().id(), raw.headers(), raw.body(), peopleOnly ? raw.fetched() : null, now);
        if (!peopleOnly) {
            return again;
        }
        return new IncomingDelivery(
                again.id(),
                again.dedupeKey(),
                again.headers(),
                again.body(),
                new Extraction(List.of(), again.extraction().people()),
                again.unreadable());
    }
}
