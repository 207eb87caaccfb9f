package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.problem.ProblemType;
import dev.touchstone.intake.adapter.postgres.IncomingDelivery;
import dev.touchstone.intake.adapter.postgres.LiveConnections;
import dev.touchstone.intake.adapter.postgres.ReceiveDeliveries;
import dev.touchstone.intake.adapter.postgres.ReceiveDeliveries.Receipt;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.ConnectionChannel;
import dev.touchstone.intake.connection.Headers;
import dev.touchstone.intake.connection.LiveConnection;
import dev.touchstone.intake.connection.Rejection;
import dev.touchstone.intake.evidence.EvidenceChannel;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes in webhooks. The sender is known by its signature over the bytes received; once that is right the answer is
 * always good, because a sender can do nothing about our not understanding it but send it again and again.
 */
@Path("/intake/v1/hooks/{connectionId}")
public class HookResource {

    static final String DUPLICATE = "Intake-Duplicate";
    private static final Logger LOG = Logger.getLogger(HookResource.class);
    private static final int NO_CONTENT = 204;

    private final LiveConnections connections;
    private final Payloads payloads;
    private final Workers workers;
    private final ReceiveDeliveries receiveDeliveries;
    private final IntakeMeters meters;

    HookResource(
            LiveConnections connections,
            Payloads payloads,
            Workers workers,
            ReceiveDeliveries receiveDeliveries,
            IntakeMeters meters) {
        this.connections = connections;
        this.payloads = payloads;
        this.workers = workers;
        this.receiveDeliveries = receiveDeliveries;
        this.meters = meters;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> receive(
            @PathParam("connectionId") String connectionId, @Context HttpHeaders httpHeaders, byte[] body) {
        UUID id = Problems.id(connectionId, "connection");
        Headers headers = headers(httpHeaders);
        Instant now = Instant.now();
        return connections.find(id).chain(found -> {
            Connection connection = verified(found, headers, body, now);
            return workers.run(() -> payloads.webhook(connection, headers, body, now))
                    .chain(delivery -> receiveDeliveries
                            .receive(connection, EvidenceChannel.WEBHOOK, List.of(delivery), now)
                            .map(receipts -> answer(connection, delivery, receipts.get(0))));
        });
    }

    private Connection verified(Optional<LiveConnection> found, Headers headers, byte[] body, Instant now) {
        LiveConnection live = found.filter(candidate -> candidate.connection().channel() == ConnectionChannel.WEBHOOK)
                .orElseThrow(() -> ProblemException.notFound("connection"));
        if (live.connection().disabled()) {
            throw ProblemException.of(ProblemType.GONE, "This connection was disabled by its organisation.");
        }
        Optional<Rejection> rejection =
                live.connection().verifier().orElseThrow().verify(live.secrets(), headers, body, now);
        rejection.ifPresent(reason -> {
            meters.rejected(reason.name());
            LOG.warnf(
                    "event=webhook-rejected connection=%s reason=%s",
                    live.connection().id(), reason);
            throw ProblemException.unauthenticated();
        });
        return live.connection();
    }

    private Response answer(Connection connection, IncomingDelivery delivery, Receipt receipt) {
        String outcome = receipt.duplicate() ? "duplicate" : delivery.state().word();
        meters.received("webhook", outcome, 1);
        LOG.infof(
                "event=delivery-received tenant=%s connection=%s delivery=%s outcome=%s",
                connection.tenant(), connection.id(), receipt.id(), outcome);
        Response.ResponseBuilder answer = Response.status(receipt.ackStatus());
        if (receipt.ackStatus() != NO_CONTENT) {
            answer.type(MediaType.APPLICATION_JSON).entity(Map.of("deliveryId", receipt.id()));
        }
        return (receipt.duplicate() ? answer.header(DUPLICATE, true) : answer).build();
    }

    static Headers headers(HttpHeaders httpHeaders) {
        Headers headers = new Headers();
        httpHeaders.getRequestHeaders().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        return headers;
    }
}
