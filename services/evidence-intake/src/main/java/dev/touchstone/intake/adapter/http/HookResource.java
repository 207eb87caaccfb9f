package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.adapter.postgres.IncomingDelivery;
import dev.touchstone.intake.adapter.postgres.ReceiveDeliveries;
import dev.touchstone.intake.adapter.postgres.ReceiveDeliveries.Receipt;
import dev.touchstone.intake.connection.Arrival;
import dev.touchstone.intake.connection.Connection;
import dev.touchstone.intake.connection.Headers;
import dev.touchstone.intake.connection.Ping;
import dev.touchstone.intake.evidence.EvidenceChannel;
import dev.touchstone.intake.payload.MediaKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.OPTIONS;
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
 * Takes in webhooks. Once the sender has proved who it is the answer is always good, because a sender can do nothing
 * about our not understanding it but send it again and again. Never a redirect: some senders take it for success.
 */
@Path("/intake/v1/hooks/{connectionId}")
public class HookResource {

    static final String DUPLICATE = "Intake-Duplicate";
    private static final Logger LOG = Logger.getLogger(HookResource.class);
    private static final int NO_CONTENT = 204;

    private final HookAuthentication authentication;
    private final Payloads payloads;
    private final Workers workers;
    private final ReceiveDeliveries receiveDeliveries;
    private final IntakeMeters meters;

    HookResource(
            HookAuthentication authentication,
            Payloads payloads,
            Workers workers,
            ReceiveDeliveries receiveDeliveries,
            IntakeMeters meters) {
        this.authentication = authentication;
        this.payloads = payloads;
        this.workers = workers;
        this.receiveDeliveries = receiveDeliveries;
        this.meters = meters;
    }

    @OPTIONS
    public Uni<Response> handshake(@PathParam("connectionId") String connectionId, @Context HttpHeaders httpHeaders) {
        UUID id = Problems.id(connectionId, "connection");
        Headers headers = headers(httpHeaders);
        return authentication.connection(id).map(live -> Handshake.answer(headers));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> receive(
            @PathParam("connectionId") String connectionId,
            @Context HttpHeaders httpHeaders,
            @Context HttpServerRequest request,
            byte[] body) {
        UUID id = Problems.id(connectionId, "connection");
        Arrival arrival = authentication.arrival(request, headers(httpHeaders), body);
        Instant now = Instant.now();
        return authentication.connection(id).chain(live -> {
            Connection connection = live.connection();
            Optional<Ping> ping = ping(connection, arrival);
            if (ping.filter(one -> !one.authenticated()).isPresent()) {
                return Uni.createFrom().item(pong(connection));
            }
            Uni<byte[]> message = authentication.message(live, arrival, now);
            return ping.isPresent()
                    ? message.map(proved -> pong(connection))
                    : message.chain(proved -> taken(connection, arrival.headers(), proved, now));
        });
    }

    private Uni<Response> taken(Connection connection, Headers headers, byte[] message, Instant now) {
        MediaKind kind = HookBodies.kind(connection, headers);
        return workers.run(() -> payloads.webhook(connection, kind, headers, message, now))
                .chain(delivery -> receiveDeliveries
                        .receive(connection, EvidenceChannel.WEBHOOK, List.of(delivery), now)
                        .map(receipts -> answer(connection, delivery, receipts.get(0))));
    }

    private static Optional<Ping> ping(Connection connection, Arrival arrival) {
        return connection.settings().pings().stream()
                .filter(one -> one.matches(arrival.headers(), arrival.body()))
                .findFirst();
    }

    private Response pong(Connection connection) {
        meters.received("webhook", "ping", 1);
        LOG.infof("event=ping-received tenant=%s connection=%s", connection.tenant(), connection.id());
        return Response.status(connection.settings().ackStatus()).build();
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
