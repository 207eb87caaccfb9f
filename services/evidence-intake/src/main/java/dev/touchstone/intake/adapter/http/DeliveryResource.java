package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.paging.Cursor;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.chassis.security.Caller;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.adapter.postgres.StoredDeliveries;
import dev.touchstone.intake.delivery.Delivery;
import dev.touchstone.intake.delivery.DeliveryState;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Shows what became of every delivery, and reads one again. */
@Path("/intake/v1/deliveries")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
public class DeliveryResource {

    private final Caller caller;
    private final StoredDeliveries deliveries;
    private final Replays replays;

    DeliveryResource(Caller caller, StoredDeliveries deliveries, Replays replays) {
        this.caller = caller;
        this.deliveries = deliveries;
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

    /** What became of a delivery that was read again. */
    public record Replayed(UUID deliveryId, String state) {}

    @GET
    public Uni<Page<View>> list(
            @QueryParam("connectionId") String connectionId,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        int most = Cursor.limit(limit);
        Place place = Cursor.decode(cursor).map(Place::of).orElse(Place.FIRST);
        return deliveries
                .page(
                        caller.tenant(),
                        connectionId == null ? null : Query.uuid("connectionId", connectionId),
                        state == null ? null : Query.word("state", state, DeliveryState.WORDS),
                        place.before(),
                        place.id(),
                        most + 1)
                .map(rows -> Page.of(rows, most, View::of, row -> row.receivedAt() + " " + row.id()));
    }

    @POST
    @Path("/{id}/replay")
    public Uni<Replayed> replay(@PathParam("id") String id) {
        UUID delivery = Problems.id(id, "delivery");
        return replays.replay(caller.tenant(), delivery).map(state -> new Replayed(delivery, state.word()));
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
