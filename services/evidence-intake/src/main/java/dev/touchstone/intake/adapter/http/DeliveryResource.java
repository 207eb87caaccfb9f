package dev.touchstone.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.DeliveryBodies;
import dev.touchstone.intake.adapter.postgres.DeliveryOutcomes;
import dev.touchstone.intake.adapter.postgres.StoredDeliveries;
import dev.touchstone.intake.delivery.Delivery;
import dev.touchstone.intake.delivery.DeliveryFilter;
import dev.touchstone.intake.delivery.DeliveryState;
import dev.touchstone.intake.delivery.ExtractionDescription;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Shows what became of every delivery, and reads one again. */
@Path("/intake/v1/deliveries")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
public class DeliveryResource {

    private static final Logger LOG = Logger.getLogger(DeliveryResource.class);

    private final Caller caller;
    private final StoredDeliveries deliveries;
    private final DeliveryOutcomes outcomes;
    private final DeliveryBodies bodies;
    private final Replays replays;

    DeliveryResource(
            Caller caller,
            StoredDeliveries deliveries,
            DeliveryOutcomes outcomes,
            DeliveryBodies bodies,
            Replays replays) {
        this.caller = caller;
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.bodies = bodies;
        this.replays = replays;
    }

    /** A delivery as its administrator sees it. */
    public record View(
            UUID deliveryId,
            UUID connectionId,
            String channel,
            String state,
            String reason,
            String detail,
            Instant receivedAt) {

        static View of(Delivery delivery) {
            return new View(
                    delivery.id(),
                    delivery.connectionId(),
                    delivery.channel().word(),
                    delivery.state().word(),
                    delivery.reason(),
                    delivery.detail(),
                    delivery.receivedAt());
        }
    }

    /** A delivery with the evidence that it produced. */
    public record Whole(@JsonUnwrapped View delivery, List<Produced> evidence) {}

    /** A piece of evidence that a delivery produced; whom it is about is for those who may read it. */
    public record Produced(UUID evidenceId, String state, String parkedReason, Map<String, Object> facts) {

        static Produced of(DeliveryOutcomes.Produced produced) {
            return new Produced(
                    produced.id(),
                    produced.state().word(),
                    produced.parkedReason(),
                    ExtractionDescription.facts(produced.facts()));
        }
    }

    /** What became of a delivery that was read again. */
    public record Replayed(UUID deliveryId, String state) {}

    @GET
    public Uni<Page<View>> list(
            @QueryParam("connectionId") String connectionId,
            @QueryParam("state") String state,
            @QueryParam("reason") String reason,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        Place place = Cursor.decode(cursor).map(Place::of).orElse(Place.FIRST);
        return deliveries
                .page(
                        caller.tenant(),
                        filter(connectionId, state, reason, from, to),
                        place.before(),
                        place.id(),
                        most + 1)
                .map(rows -> Page.of(rows, most, View::of, row -> row.receivedAt() + " " + row.id()));
    }

    @GET
    @Path("/{id}")
    public Uni<Whole> one(@PathParam("id") String id) {
        UUID delivery = Problems.id(id, "delivery");
        String tenant = caller.tenant();
        return deliveries
                .one(tenant, delivery)
                .chain(found -> outcomes.evidence(tenant, List.of(delivery))
                        .map(evidence -> new Whole(
                                View.of(found),
                                evidence.getOrDefault(delivery, List.of()).stream()
                                        .map(Produced::of)
                                        .toList())));
    }

    /** As an attachment, whatever it is: nothing that a system sends may run in the browser of who looks at it. */
    @GET
    @Path("/{id}/body")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<Response> body(@PathParam("id") String id) {
        UUID delivery = Problems.id(id, "delivery");
        String login = caller.login();
        return bodies.read(caller.tenant(), delivery, login, Instant.now())
                .invoke(read -> LOG.infof("event=delivery-body-read delivery=%s reader=%s", delivery, login))
                .map(read -> Response.ok(read, MediaType.APPLICATION_OCTET_STREAM)
                        .header("Content-Disposition", "attachment; filename=\"delivery-" + delivery + "\"")
                        .header("Cache-Control", "no-store")
                        .header("X-Content-Type-Options", "nosniff")
                        .build());
    }

    @POST
    @Path("/{id}/replay")
    public Uni<Replayed> replay(@PathParam("id") String id) {
        UUID delivery = Problems.id(id, "delivery");
        return replays.replay(caller.tenant(), delivery).map(state -> new Replayed(delivery, state.word()));
    }

    /**
     * Reads a page of those that made nothing again, each in a transaction of its own, and tells what became of them. With
     * the cursor of the answer the next page follows; from the beginning again does no harm.
     */
    @POST
    @Path("/replay")
    public Uni<Page<Replayed>> replayAll(
            @QueryParam("connectionId") String connectionId,
            @QueryParam("state") String state,
            @QueryParam("reason") String reason,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        Place place = Cursor.decode(cursor).map(Place::of).orElse(Place.FIRST);
        String tenant = caller.tenant();
        DeliveryFilter filter =
                filter(connectionId, state == null ? DeliveryState.PARKED.word() : state, reason, from, to);
        if (filter.state() == DeliveryState.ACCEPTED || filter.state() == DeliveryState.FETCHING) {
            throw Query.invalid("state", "must be parked or ignored: nothing else is read again");
        }
        return deliveries
                .page(tenant, filter, place.before(), place.id(), most + 1)
                .chain(rows -> replays.all(tenant, rows.subList(0, Math.min(most, rows.size())))
                        .map(states -> Page.of(
                                rows,
                                most,
                                row -> new Replayed(
                                        row.id(), states.get(row.id()).word()),
                                row -> row.receivedAt() + " " + row.id())));
    }

    private static DeliveryFilter filter(String connectionId, String state, String reason, String from, String to) {
        return new DeliveryFilter(
                connectionId == null ? null : Query.uuid("connectionId", connectionId),
                state == null ? null : Query.word("state", state, DeliveryState.WORDS),
                Query.text("reason", reason),
                Query.time("from", from),
                Query.time("to", to));
    }

    /** A place in the list: behind the delivery of this time and id. */
    private record Place(Instant before, UUID id) {

        static final Place FIRST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        static Place of(String position) {
            try {
                String[] parts = position.split(" ");
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw Cursor.invalidCursor();
            }
        }
    }
}
