package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.FieldError;
import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.intake.adapter.http.EventBatch.Item;
import dev.touchstone.intake.adapter.postgres.IncomingDelivery;
import dev.touchstone.intake.adapter.postgres.ReceiveDeliveries;
import dev.touchstone.intake.adapter.postgres.ReceiveDeliveries.Receipt;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.evidence.EvidenceChannel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Takes in CloudEvents 1.0 by the HTTP binding: structured, binary and batched. An event that is not valid is refused;
 * in a batch it is refused alone.
 */
@Path("/intake/v1/events")
public class EventResource {

    private static final int ACCEPTED = 202;
    private static final int REFUSED = 400;

    private final Sender sender;
    private final EventBatch batch;
    private final Workers workers;
    private final ReceiveDeliveries receiveDeliveries;
    private final IntakeMeters meters;

    EventResource(
            Sender sender,
            EventBatch batch,
            Workers workers,
            ReceiveDeliveries receiveDeliveries,
            IntakeMeters meters) {
        this.sender = sender;
        this.batch = batch;
        this.workers = workers;
        this.receiveDeliveries = receiveDeliveries;
        this.meters = meters;
    }

    /**
     * What became of one event of a batch.
     *
     * @param status as a single request would have been answered
     * @param deliveryId null if it was refused
     */
    public record Result(
            String id, String source, int status, String deliveryId, Boolean duplicate, List<FieldError> errors) {}

    /** What became of a batch, in its order. */
    public record BatchResult(List<Result> results) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(SenderRoles.CLOUDEVENTS)
    public Uni<Response> receive(@Context HttpHeaders httpHeaders, byte[] body) {
        Connection connection = sender.connection();
        Map<String, String> headers = HookResource.headers(httpHeaders).singles();
        Instant now = Instant.now();
        EventMode mode = EventMode.of(headers);
        return workers.run(() -> batch.read(connection, mode, headers, body, now))
                .chain(items -> {
                    List<IncomingDelivery> deliveries = items.stream()
                            .map(Item::delivery)
                            .filter(one -> one != null)
                            .toList();
                    if (mode != EventMode.BATCH && deliveries.isEmpty()) {
                        throw ProblemException.invalid(
                                "This is not a valid CloudEvent.", items.get(0).errors());
                    }
                    return receiveDeliveries
                            .receive(connection, EvidenceChannel.CLOUDEVENTS, deliveries, now)
                            .map(receipts -> mode == EventMode.BATCH
                                    ? Response.ok(new BatchResult(results(items, receipts)))
                                            .build()
                                    : single(items.get(0), receipts.get(0)));
                });
    }

    private Response single(Item item, Receipt receipt) {
        count(item, receipt);
        Response.ResponseBuilder answer = Response.status(ACCEPTED).entity(Map.of("deliveryId", receipt.id()));
        return (receipt.duplicate() ? answer.header(HookResource.DUPLICATE, true) : answer).build();
    }

    private List<Result> results(List<Item> items, List<Receipt> receipts) {
        Iterator<Receipt> taken = receipts.iterator();
        List<Result> results = new ArrayList<>();
        for (Item item : items) {
            if (item.delivery() == null) {
                meters.received("cloudevents", "refused", 1);
                results.add(new Result(item.eventId(), item.source(), REFUSED, null, null, item.errors()));
                continue;
            }
            Receipt receipt = taken.next();
            count(item, receipt);
            results.add(new Result(
                    item.eventId(),
                    item.source(),
                    ACCEPTED,
                    receipt.id().toString(),
                    receipt.duplicate() ? true : null,
                    null));
        }
        return results;
    }

    private void count(Item item, Receipt receipt) {
        meters.received(
                "cloudevents",
                receipt.duplicate() ? "duplicate" : item.delivery().state().word(),
                1);
    }
}
